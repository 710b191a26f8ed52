package dev.sekisho.routing.condition;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.StringMatch;

/**
 * A compiled {@link StringMatch}.
 */
public final class StringCondition {

	private final StringMatch match;

	private final String value;

	private final @Nullable RegexMatcher regex;

	/**
	 * Compiles a match.
	 * @param match the match
	 */
	public StringCondition(StringMatch match) {
		this.match = match;
		this.value = ByteText.of(match.value());
		this.regex = (match.kind() == StringMatch.Kind.REGEX) ? new RegexMatcher(match.value()) : null;
	}

	/**
	 * What was written.
	 * @return the match
	 */
	public StringMatch match() {
		return this.match;
	}

	boolean isPresence() {
		return this.match.kind() == StringMatch.Kind.PRESENT;
	}

	boolean isBroken() {
		return this.regex != null && this.regex.isBroken();
	}

	/**
	 * Whether a value matches.
	 * @param bytes the value as bytes
	 * @return whether it does
	 */
	public boolean test(String bytes) {
		return switch (this.match.kind()) {
			case EXACT -> bytes.equals(this.value);
			case PREFIX -> bytes.startsWith(this.value);
			case REGEX -> this.regex != null && this.regex.matches(bytes);
			case PRESENT -> true;
		};
	}

}
