package dev.sekisho.routing.automaton;

/**
 * Thrown for a regex that isn't turned into an automaton: broken, too large, or with a
 * construct that automata here don't have, such as word boundaries.
 */
public final class UnsupportedRegexException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnsupportedRegexException(String message) {
		super(message);
	}

}
