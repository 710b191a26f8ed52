package dev.sekisho.sandbox.schema;

/**
 * A field that isn't as its schema says.
 *
 * @param field the path of the field
 * @param reason the machine-readable reason, such as {@code FieldValueRequired}
 * @param message what is wrong, without the path
 */
public record Violation(String field, String reason, String message) {

	/**
	 * A value that is not allowed.
	 * @param field the path of the field
	 * @param value the value
	 * @param why why not
	 * @return the violation
	 */
	public static Violation invalid(String field, String value, String why) {
		return new Violation(field, "FieldValueInvalid", "Invalid value: " + value + ": " + why);
	}

	/**
	 * A value that is missing.
	 * @param field the path of the field
	 * @param why more about it; may be empty
	 * @return the violation
	 */
	public static Violation required(String field, String why) {
		return new Violation(field, "FieldValueRequired", why.isEmpty() ? "Required value" : "Required value: " + why);
	}

	@Override
	public String toString() {
		return this.field + ": " + this.message;
	}

}
