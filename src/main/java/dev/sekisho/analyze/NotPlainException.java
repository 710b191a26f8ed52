package dev.sekisho.analyze;

/**
 * A document that {@link PlainYaml} leaves to the full parser.
 */
final class NotPlainException extends RuntimeException {

	/** As it says nothing, one is enough. */
	static final NotPlainException INSTANCE = new NotPlainException();

	private static final long serialVersionUID = 1L;

	private NotPlainException() {
		super(null, null, false, false);
	}

}
