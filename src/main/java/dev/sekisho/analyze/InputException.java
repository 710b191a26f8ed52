package dev.sekisho.analyze;

/**
 * Thrown for input that can't be read, with a message for the person who gave it.
 */
final class InputException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	InputException(String message) {
		super(message);
	}

}
