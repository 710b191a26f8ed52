package dev.sekisho.review.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.RouteChange;
import dev.sekisho.cluster.ObjectKey;

/**
 * The changes before and after one in the queue.
 *
 * @param position its position, from 1; 0 if it isn't in the queue
 * @param total how many there are
 * @param previous the one before; {@code null} if there is none
 * @param next the one after; {@code null} if there is none
 */
record Neighbours(int position, int total, @Nullable ObjectKey previous, @Nullable ObjectKey next) {

	static Neighbours of(List<RouteChange> queue, ObjectKey key) {
		List<ObjectKey> keys = queue.stream().map(RouteChange::key).toList();
		int at = keys.indexOf(key);
		return new Neighbours(at + 1, keys.size(), (at > 0) ? keys.get(at - 1) : null,
				(at + 1 < keys.size()) ? keys.get(at + 1) : null);
	}

}
