package dev.sekisho.cluster;

import org.jspecify.annotations.Nullable;

/**
 * The portal can't be attached to the cluster that its settings name.
 */
class NotAttached extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final String action;

	/**
	 * Creates the exception.
	 * @param message what is wrong
	 * @param action what to do about it
	 * @param cause what went wrong, if something was tried
	 */
	NotAttached(String message, String action, @Nullable Throwable cause) {
		super(message, cause);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
