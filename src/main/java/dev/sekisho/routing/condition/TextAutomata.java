package dev.sekisho.routing.condition;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.automaton.LiteralAutomaton;
import dev.sekisho.routing.automaton.RegexAutomaton;
import dev.sekisho.routing.automaton.UnsupportedRegexException;

/**
 * Turns conditions into automata.
 */
public final class TextAutomata {

	private TextAutomata() {
	}

	/**
	 * The automaton of a path condition.
	 * @param path the condition
	 * @return the automaton; {@code null} for a regex that can't be turned into one
	 */
	public static @Nullable Automaton of(PathCondition path) {
		return switch (path.kind()) {
			case EXACT -> LiteralAutomaton.exact(path.value(), path.ignoreCase());
			case PREFIX -> LiteralAutomaton.prefix(path.value(), path.ignoreCase());
			case SEGMENTS -> LiteralAutomaton.segments(path.value(), path.ignoreCase());
			case REGEX -> regex(path.value());
		};
	}

	/**
	 * The automaton of a condition on a value.
	 * @param match the condition
	 * @return the automaton; {@code null} for a regex that can't be turned into one
	 */
	public static @Nullable Automaton of(StringMatch match) {
		String value = ByteText.of(match.value());
		return switch (match.kind()) {
			case EXACT -> LiteralAutomaton.exact(value, false);
			case PREFIX -> LiteralAutomaton.prefix(value, false);
			case REGEX -> regex(value);
			case PRESENT -> LiteralAutomaton.prefix("", false);
		};
	}

	private static @Nullable Automaton regex(String regex) {
		try {
			return new RegexAutomaton(regex);
		}
		catch (UnsupportedRegexException ex) {
			return null;
		}
	}

}
