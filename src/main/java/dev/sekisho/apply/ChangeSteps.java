package dev.sekisho.apply;

import java.time.Duration;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.StatusTree;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;

/**
 * Takes a change a step further: reads it and its review afresh, looks, and stores what
 * that came to by compare-and-swap.
 */
@Component
class ChangeSteps {

	private final Cluster cluster;

	private final PendingChange pending;

	private final ApprovedChange approved;

	private final AppliedChange applied;

	private final StatusWriter statuses;

	private final Announcements announcements;

	private final Timepiece time;

	private final WatchCache<RouteChange> changes;

	ChangeSteps(Cluster cluster, PendingChange pending, ApprovedChange approved, AppliedChange applied,
			StatusWriter statuses, Announcements announcements, Timepiece time) {
		this.cluster = cluster;
		this.pending = pending;
		this.approved = approved;
		this.applied = applied;
		this.statuses = statuses;
		this.announcements = announcements;
		this.time = time;
		this.changes = cluster.watch(ResourceKind.ROUTE_CHANGE, RouteChange::of);
	}

	/**
	 * Takes a change a step further.
	 * @param key the change
	 * @return when to look again even if nothing happens; {@code null} for never
	 * @throws ClusterException if the API server refuses or can't be reached
	 */
	@Nullable Duration take(ObjectKey key) {
		Optional<GenericKubernetesResource> resource = this.cluster.asPortal().read(ResourceKind.ROUTE_CHANGE, key);
		if (resource.isEmpty() || resource.get().getMetadata().getDeletionTimestamp() != null
				|| !StatusTree.isFamiliar(resource.get().get("status"))) {
			return null;
		}
		RouteChange change = RouteChange.of(resource.get());
		if ((change.phase() != Phase.APPLIED) ? change.phase().closed() : overtaken(change)) {
			return null;
		}
		Case file = new Case(resource.get(), change, review(change), this.time.now());
		Step step = switch (change.phase()) {
			case PENDING -> this.pending.look(file);
			case APPROVED -> this.approved.look(file);
			default -> this.applied.look(file);
		};
		if (!step.stored()) {
			this.statuses.store(file, step.status());
		}
		if (step.status().phase() != change.phase()) {
			this.announcements.phase(change, step.status());
		}
		return step.again();
	}

	private Optional<RouteReview> review(RouteChange change) {
		return this.cluster.asPortal()
			.read(ResourceKind.ROUTE_REVIEW, new ObjectKey(change.key().namespace(), change.uid()))
			.map(RouteReview::of);
	}

	private boolean overtaken(RouteChange change) {
		return this.changes.snapshot().items().values().stream().anyMatch(change::isOvertakenBy);
	}

}
