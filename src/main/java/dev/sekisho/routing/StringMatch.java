package dev.sekisho.routing;

/**
 * A condition on a string.
 *
 * @param kind how the value is compared
 * @param value the exact value, the prefix or the regex; empty for {@link Kind#PRESENT}
 */
public record StringMatch(Kind kind, String value) {

	/**
	 * The kinds of comparison.
	 */
	public enum Kind {

		/** Equal. */
		EXACT,
		/** Starts with the value. */
		PREFIX,
		/** Matches the whole regex (RE2). */
		REGEX,
		/** There, whatever the value. */
		PRESENT

	}

}
