package dev.sekisho.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.apply.SimulatedStore.Event;
import dev.sekisho.change.Action;
import dev.sekisho.change.Condition;
import dev.sekisho.change.Hashes;
import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.RouteReview.Verdict;
import dev.sekisho.check.Stage;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.route.LiveTable;

/**
 * Watches every write of a simulation and says which invariant one breaks. Judges by what
 * the API server holds, never by what a replica believes.
 */
final class SimulatedInvariants {

	private static final Set<ResourceKind> ROUTING = Set.of(ResourceKind.VIRTUAL_SERVICE, ResourceKind.SHARED_GATEWAY,
			ResourceKind.SERVICE, ResourceKind.GATEWAY, ResourceKind.NAMESPACE);

	private final List<String> broken = new ArrayList<>();

	// For each change, the revision that its last write made.
	private final Map<String, Long> writes = new HashMap<>();

	// For each object, the revision that somebody else made last.
	private final Map<ObjectKey, Long> touched = new HashMap<>();

	private final SimulatedStore store;

	private final SimulatedReplica oracle;

	private long lastForeign;

	private int judged;

	SimulatedInvariants(SimulatedStore store, SimulatedReplica oracle) {
		this.store = store;
		this.oracle = oracle;
		store.listen(this::seen);
	}

	private void seen(Event event) {
		boolean portal = event.writer().name().equals(SimulatedCluster.PORTAL);
		if (portal && event.kind().equals(ResourceKind.ROUTE_CHANGE)) {
			status(RouteChange.of(event.before()), RouteChange.of(event.after()));
		}
		if (portal && event.kind().equals(ResourceKind.VIRTUAL_SERVICE)) {
			written(event);
		}
		if (!portal && ROUTING.contains(event.kind()) && !event.writer().name().equals("seed")) {
			this.lastForeign = event.version();
			this.touched.put(event.key(), event.version());
		}
	}

	private void status(RouteChange before, RouteChange after) {
		if (before.phase().closed() && before.phase() != after.phase()) {
			broken("I6", after, "left " + before.phase());
		}
		if (after.phase() == Phase.APPLIED && before.phase() != Phase.APPLIED && !this.writes.containsKey(after.uid())
				&& !absent(after)) {
			broken("I5", after, "shown as applied and never written");
		}
	}

	private boolean absent(RouteChange change) {
		return change.action() == Action.DELETE
				&& this.store.find(ResourceKind.VIRTUAL_SERVICE, change.virtualService()) == null;
	}

	private void written(Event event) {
		ObjectKey key = event.writer().subject();
		GenericKubernetesResource resource = (key != null) ? this.store.find(ResourceKind.ROUTE_CHANGE, key) : null;
		if (resource == null) {
			return;
		}
		RouteChange change = RouteChange.of(resource);
		GenericKubernetesResource live = event.before();
		GenericKubernetesResource found = this.store.find(ResourceKind.ROUTE_REVIEW,
				new ObjectKey(key.namespace(), change.uid()));
		// Who undoes a write before anybody could note it gets it once more: what was
		// approved on this state happens to it.
		Long before = this.writes.put(change.uid(), event.version());
		if (before != null && this.touched.getOrDefault(event.key(), 0L) < before) {
			broken("I6", change, "written twice");
		}
		GenericKubernetesResource proposed = RouteChange.proposed(resource);
		if (!sameContent(proposed, event.after()) || !change.baseline().holds(live)) {
			broken("I1", change, "not what was approved on the state that was seen");
		}
		RouteReview review = (found != null) ? RouteReview.of(found) : null;
		if (review == null || review.verdict() != Verdict.APPROVED
				|| !review.spec().specHash().equals(change.specHash())) {
			broken("I1", change, "without a valid review");
			return;
		}
		String reviewer = review.spec().reviewer().username();
		if (reviewer.equals(change.author().username()) || reviewer.equals(SimulatedCluster.PORTAL)) {
			broken("I3", change, "approved by " + reviewer);
		}
		if (this.lastForeign <= event.writer().view()) {
			impact(change, review, proposed, event);
		}
	}

	private static boolean sameContent(@Nullable GenericKubernetesResource one,
			@Nullable GenericKubernetesResource other) {
		return (one == null || other == null) ? one == other
				: String.valueOf(one.<Object>get("spec")).equals(String.valueOf(other.<Object>get("spec")));
	}

	private void impact(RouteChange change, RouteReview review, @Nullable GenericKubernetesResource proposed,
			Event event) {
		this.oracle.cluster().showAll(event.version() - 1);
		this.oracle.rebuild();
		LiveTable now = this.oracle.tables().find(change.sharedGateway()).orElseThrow();
		Assessment assessment = this.oracle.assessor().assess(change, proposed, event.before(), now, Stage.APPLY);
		this.judged++;
		if (!assessment.digest().within(review.spec().impactEntries())) {
			broken("I4", change, "its impact isn't the one that was approved");
		}
	}

	/** Judges what is left once everything has come to rest. */
	void atRest() {
		List<RouteChange> all = this.store.list(ResourceKind.ROUTE_CHANGE).stream().map(RouteChange::of).toList();
		for (RouteChange change : all) {
			boolean reviewed = this.store.find(ResourceKind.ROUTE_REVIEW,
					new ObjectKey(change.key().namespace(), change.uid())) != null;
			boolean blocked = change.status().conditions().stream().anyMatch((one) -> one.reason().equals("Blocked"));
			if (!change.phase().closed() && reviewed && !blocked) {
				broken("I6", change, "stays " + change.phase() + ": " + change.status());
			}
			if (change.phase() != Phase.APPLIED && this.writes.containsKey(change.uid())
					&& !this.touched.containsKey(change.virtualService())) {
				broken("I6", change, "written, and " + change.phase());
			}
			if (change.phase() == Phase.APPLIED && all.stream().noneMatch((other) -> newer(other, change))) {
				drift(change);
			}
		}
	}

	private static boolean newer(RouteChange other, RouteChange change) {
		return other != change && other.phase() == Phase.APPLIED
				&& other.virtualService().equals(change.virtualService());
	}

	private void drift(RouteChange change) {
		GenericKubernetesResource live = this.store.find(ResourceKind.VIRTUAL_SERVICE, change.virtualService());
		boolean same = (live != null) ? change.status().applied().hash().equals(Hashes.ofVirtualService(live))
				: change.action() == Action.DELETE;
		boolean shown = change.status().condition(Condition.DRIFTED).filter(Condition::holds).isPresent();
		if (!same && !shown) {
			broken("I5", change, "differs, and no drift is shown");
		}
	}

	void broken(String invariant, RouteChange change, String how) {
		this.broken.add(invariant + ": " + change.key() + " " + how);
	}

	List<String> broken() {
		return this.broken;
	}

	int judged() {
		return this.judged;
	}

}
