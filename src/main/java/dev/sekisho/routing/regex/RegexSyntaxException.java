package dev.sekisho.routing.regex;

/**
 * Thrown when a regex can't be parsed. The message says why, as Go does.
 */
final class RegexSyntaxException extends Exception {

	private static final long serialVersionUID = 1L;

	private final String reason;

	RegexSyntaxException(String reason) {
		super(reason, null, false, false);
		this.reason = reason;
	}

	String reason() {
		return this.reason;
	}

}
