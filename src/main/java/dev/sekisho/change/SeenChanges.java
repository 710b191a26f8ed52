package dev.sekisho.change;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;
import dev.sekisho.route.EventStream;

/**
 * Changes and reviews as the watches last saw them.
 */
@Component
class SeenChanges {

	private static final Comparator<RouteChange> NEWEST_FIRST = Comparator
		.comparing(RouteChange::created, Comparator.reverseOrder())
		.thenComparing(RouteChange::key);

	private final WatchCache<RouteChange> changes;

	private final WatchCache<RouteReview> reviews;

	SeenChanges(Cluster cluster, EventStream events) {
		this.changes = cluster.watch(ResourceKind.ROUTE_CHANGE, RouteChange::of);
		this.reviews = cluster.watch(ResourceKind.ROUTE_REVIEW, RouteReview::of);
		this.changes.onChange((change) -> {
			ObjectKey key = change.key();
			if (key != null) {
				events.publish(EventStream.Kind.CHANGE, key.namespace(), key.name());
			}
		});
	}

	Freshness freshness() {
		return this.changes.snapshot().freshness();
	}

	Optional<RouteChange> find(ObjectKey key) {
		return this.changes.snapshot().find(key);
	}

	List<RouteChange> those(Predicate<RouteChange> condition) {
		return this.changes.snapshot().items().values().stream().filter(condition).sorted(NEWEST_FIRST).toList();
	}

	Optional<RouteReview> review(RouteChange change) {
		return this.reviews.snapshot().find(new ObjectKey(change.key().namespace(), change.uid()));
	}

}
