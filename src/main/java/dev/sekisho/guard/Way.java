package dev.sekisho.guard;

import java.util.Locale;

/**
 * A way to change what a shared gateway does without a review.
 */
public enum Way {

	/** A VirtualService on the gateway that no applied change wrote. */
	UNREVIEWED(true),
	/** A VirtualService on the gateway that isn't what the last applied change made. */
	CHANGED(true),
	/** A Gateway whose selector takes in the gateway's pods. */
	GATEWAY(true),
	/** An Ingress of another namespace in the group of the gateway's ALB. */
	INGRESS(true),
	/** A VirtualService without gateways to which a route of the gateway delegates. */
	DELEGATE(false),
	/** A ServiceEntry for the host name of another namespace's Service. */
	SERVICE_ENTRY(false),
	/** An EnvoyFilter that applies to the gateway's pods. */
	ENVOY_FILTER(false);

	private final boolean told;

	Way(boolean told) {
		this.told = told;
	}

	/**
	 * Whether an admission policy of the chart can tell it from one object alone.
	 * @return {@code true} if the guard denies it where a namespace enforces it
	 */
	public boolean told() {
		return this.told;
	}

	/**
	 * Its name in texts and answers.
	 * @return lower case, with hyphens
	 */
	public String value() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
