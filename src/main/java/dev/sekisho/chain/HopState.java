package dev.sekisho.chain;

import java.util.Locale;

/**
 * The state of a hop, from best to worst. Unknown is neither healthy nor down.
 */
public enum HopState {

	/** What was seen is as it should be. */
	HEALTHY,
	/** Not seen, not measured or no longer current. */
	UNKNOWN,
	/** A part fails, or something is set up in a way that will fail. */
	DEGRADED,
	/** Requests don't get past it. */
	DOWN;

	/**
	 * The word used in the API and in message keys.
	 * @return the name in lower case
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
