package dev.sekisho.chain;

import java.util.Locale;

/**
 * What the state of a hop means for requests.
 */
public enum Effect {

	/** They pass. */
	PASS,
	/** They pass, though something isn't as it should be. */
	PASS_AT_RISK,
	/** They go as the gateway knew the routes before it was frozen. */
	FROZEN,
	/** They go to the ready pods only. */
	READY_PODS_ONLY,
	/** The load balancer fails open: it sends to all targets, so some may pass. */
	FAILS_OPEN,
	/** Other routes answer a part of them. */
	PARTLY_ELSEWHERE,
	/** Other routes answer all of them. */
	ELSEWHERE,
	/** The gateway answers 404. */
	NOT_FOUND,
	/** The gateway answers 503. */
	UNAVAILABLE,
	/** None arrives at the gateway. */
	NONE_ARRIVES,
	/** Can't be told from what is seen. */
	UNKNOWN;

	/**
	 * The word used in the API and in message keys.
	 * @return the name in lower case with hyphens
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
