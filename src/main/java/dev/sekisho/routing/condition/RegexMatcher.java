package dev.sekisho.routing.condition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.automaton.RegexAutomaton;
import dev.sekisho.routing.automaton.UnsupportedRegexException;

/**
 * A regex as Envoy runs it: RE2, on bytes. Compiled at first use.
 */
final class RegexMatcher {

	private final String regex;

	private volatile @Nullable Pattern pattern;

	private volatile boolean broken;

	private volatile @Nullable Automaton automaton;

	private volatile boolean inexpressible;

	RegexMatcher(String regex) {
		this.regex = ByteText.of(regex);
	}

	/**
	 * Whether the regex can't be compiled, so that the answer can't be told.
	 * @return whether it's broken
	 */
	boolean isBroken() {
		return pattern() == null;
	}

	/**
	 * The automaton that accepts what matches, made at first use and kept.
	 * @return the automaton; {@code null} if it can't be made
	 */
	@Nullable Automaton automaton() {
		Automaton known = this.automaton;
		if (known == null && !this.inexpressible) {
			try {
				known = new RegexAutomaton(this.regex);
				this.automaton = known;
			}
			catch (UnsupportedRegexException ex) {
				this.inexpressible = true;
			}
		}
		return known;
	}

	boolean matches(String bytes) {
		Pattern compiled = pattern();
		return compiled != null && compiled.matches(bytes);
	}

	@Nullable Pattern pattern() {
		Pattern compiled = this.pattern;
		if (compiled == null && !this.broken) {
			try {
				compiled = Pattern.compile(this.regex);
				this.pattern = compiled;
			}
			catch (PatternSyntaxException ex) {
				this.broken = true;
			}
		}
		return compiled;
	}

}
