package dev.sekisho.routing.manifest;

/**
 * Thrown when a raw object doesn't have the shape of its kind.
 */
final class UnreadableObjectException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnreadableObjectException(String message) {
		super(message);
	}

}
