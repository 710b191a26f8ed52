package dev.sekisho.route.web;

/**
 * A request that was to be tried isn't one.
 */
class UnreadableRequest extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String field;

	private final String code;

	/**
	 * Creates the exception.
	 * @param field where it is: {@code url} or {@code headers}
	 * @param code what is wrong, as message keys know it
	 */
	UnreadableRequest(String field, String code) {
		super(field + ": " + code);
		this.field = field;
		this.code = code;
	}

	String field() {
		return this.field;
	}

	String code() {
		return this.code;
	}

}
