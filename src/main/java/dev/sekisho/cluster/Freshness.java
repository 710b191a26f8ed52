package dev.sekisho.cluster;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How old what a watch cache holds may be.
 *
 * @param state the state of the watch
 * @param asOf until when the content is known to be current; {@code null} before the
 * first list
 * @param problem why the watch isn't live; empty when it is
 */
public record Freshness(State state, @Nullable Instant asOf, String problem) {

	/**
	 * Whether the content is current.
	 * @return {@code true} if the watch is live
	 */
	public boolean live() {
		return this.state == State.LIVE;
	}

	/**
	 * The states of a watch.
	 */
	public enum State {

		/** Not listed yet. */
		STARTING,
		/** Following the API server. */
		LIVE,
		/** Was live; the API server can't be reached or the watch fails. */
		BROKEN,
		/** The portal may not list this kind: what it holds is not visible. */
		NOT_VISIBLE,
		/** The cluster doesn't serve this kind. */
		NOT_SERVED

	}

}
