package dev.sekisho.gateway;

/**
 * A shared gateway that isn't written, because things aren't as they were shown.
 */
public class GatewayRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	GatewayRefused(Reason reason) {
		super(reason.name());
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
	 * Why a shared gateway isn't written.
	 */
	public enum Reason {

		/** Somebody else changed it meanwhile. */
		CHANGED,
		/** There is one of that name already. */
		EXISTS,
		/** Somebody deleted it meanwhile. */
		GONE,
		/** It would cost other routes their claims than those that were shown. */
		EFFECT_CHANGED

	}

}
