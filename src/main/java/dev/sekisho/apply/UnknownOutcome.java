package dev.sekisho.apply;

import java.util.List;

import dev.sekisho.cluster.ClusterException;

/**
 * A write was sent and not answered. It may have taken effect, and it still may.
 */
final class UnknownOutcome extends ClusterException {

	private static final long serialVersionUID = 1L;

	UnknownOutcome(ClusterException cause) {
		super(cause.reason(), String.valueOf(cause.getMessage()), List.of(), cause.retryAfter(), cause);
	}

}
