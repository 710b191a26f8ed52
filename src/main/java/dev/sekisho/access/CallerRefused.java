package dev.sekisho.access;

/**
 * A token isn't taken as proof of who is calling.
 */
public class CallerRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Refuses.
	 * @param reason why
	 */
	public CallerRefused(Reason reason) {
		super(reason.code());
		this.reason = reason;
	}

	/**
	 * Why.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Why a token isn't taken.
	 */
	public enum Reason {

		/** The API server doesn't know it, or it has expired. */
		INVALID("invalid"),
		/** It belongs to a part of the system, or to somebody above all rights. */
		SYSTEM("system"),
		/** It is the portal's own. */
		PORTAL("portal"),
		/** Its owner isn't among those that the portal impersonates. */
		NOT_LISTED("not-listed");

		private final String code;

		Reason(String code) {
			this.code = code;
		}

		/**
		 * The reason in messages.
		 * @return the code
		 */
		public String code() {
			return this.code;
		}

	}

}
