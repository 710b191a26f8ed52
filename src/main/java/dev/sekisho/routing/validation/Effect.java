package dev.sekisho.routing.validation;

/**
 * Who objects to an object, and how.
 */
public enum Effect {

	/** The API server refuses it. */
	SCHEMA("IST0106"),
	/** Istiod's webhook refuses it. */
	WEBHOOK("IST0106"),
	/** Istiod's webhook lets it pass with a warning. */
	WARNING("IST0133"),
	/** Istiod lets it pass, and Envoy refuses the route config of all teams. */
	POISON(""),
	/** Istiod lets it pass, and what Envoy does can't be told. */
	UNCHECKED("");

	private final String analyzerCode;

	Effect(String analyzerCode) {
		this.analyzerCode = analyzerCode;
	}

	/**
	 * The code under which {@code istioctl analyze} reports most of it.
	 * @return the code; empty if it doesn't
	 */
	String analyzerCode() {
		return this.analyzerCode;
	}

	/**
	 * Whether it isn't even stored.
	 * @return {@code true} if the API server or istiod refuses it
	 */
	public boolean refuses() {
		return this == SCHEMA || this == WEBHOOK;
	}

}
