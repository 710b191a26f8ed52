package dev.sekisho.apply;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.sekisho.change.ChangeStatus.Applied;
import dev.sekisho.change.Condition;
import dev.sekisho.change.OtherManagers;
import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteReview;
import dev.sekisho.check.Stage;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateway;

/**
 * Applies an approved change: under the lease of the gateway workload, once the cache has
 * seen what was written last, if what was approved still is what would happen.
 */
@Component
class ApprovedChange {

	private static final Logger logger = LoggerFactory.getLogger(ApprovedChange.class);

	private static final Duration SOON = Duration.ofMillis(250);

	private static final Duration LATER = Duration.ofSeconds(2);

	private final RouteTables tables;

	private final Assessor assessor;

	private final VirtualServiceWriter writer;

	private final WorkloadLease lease;

	private final CaughtUp caughtUp;

	private final FoundationPolicies policies;

	private final PortalIdentity portal;

	private final ApplyProperties properties;

	ApprovedChange(RouteTables tables, Assessor assessor, VirtualServiceWriter writer, WorkloadLease lease,
			CaughtUp caughtUp, FoundationPolicies policies, PortalIdentity portal, ApplyProperties properties) {
		this.tables = tables;
		this.assessor = assessor;
		this.writer = writer;
		this.lease = lease;
		this.caughtUp = caughtUp;
		this.policies = policies;
		this.portal = portal;
		this.properties = properties;
	}

	Step look(Case file) {
		Applied before = this.writer.written(file.change(), file.proposed(), this.writer.live(file.change()));
		if (before != null) {
			return applied(file, before);
		}
		List<String> missing = this.policies.missing();
		if (!missing.isEmpty()) {
			return waiting(file, "PoliciesMissing",
					"Admission policies are missing: " + String.join(", ", missing)
							+ ". Install the chart's policies; nothing is applied without them.",
					this.properties.resync());
		}
		Optional<LiveTable> table = this.tables.find(file.change().sharedGateway());
		if (table.isEmpty()) {
			return waiting(file, "SharedGatewayMissing", "There is no shared gateway of this name.",
					this.properties.resync());
		}
		if (table.get().gateway().delivery() != SharedGateway.Delivery.APPLY) {
			return waiting(file, "DeliveredElsewhere", "This shared gateway's changes are written by another tool.",
					this.properties.resync());
		}
		if (!table.get().freshness().live()) {
			return waiting(file, "ClusterNotInView", "The portal doesn't see the present state of the cluster.",
					Duration.ofSeconds(2));
		}
		if (!this.tables.settled(file.change().sharedGateway())) {
			return Step.again(file.change().status(), SOON);
		}
		if (!this.writer.quiet().isZero()) {
			return busy(file);
		}
		Optional<HeldLease> held = this.lease.take(table.get().world().pods());
		return held.map((one) -> underLease(file, one)).orElseGet(() -> Step.again(file.change().status(), SOON));
	}

	// Whatever goes wrong on the way, what is written about the lease errs on the safe
	// side: something may have been written.
	private Step underLease(Case file, HeldLease held) {
		String written = held.lastWritten();
		boolean onItsWay = false;
		try {
			LiveTable table = this.tables.find(file.change().sharedGateway()).orElseThrow();
			if (!this.caughtUp.isSo(table, held.lastWritten())) {
				return Step.again(file.change().status(), SOON);
			}
			written = WorkloadLease.UNKNOWN;
			Step step = write(file, table, held);
			Applied applied = step.status().applied();
			if (applied == null) {
				written = table.resourceVersion();
			}
			else if (!applied.resourceVersion().isEmpty()) {
				written = applied.resourceVersion();
			}
			return step;
		}
		catch (UnknownOutcome ex) {
			onItsWay = true;
			throw ex;
		}
		finally {
			if (onItsWay) {
				this.lease.abandon(held);
			}
			else {
				release(held, written);
			}
		}
	}

	private Step write(Case file, LiveTable table, HeldLease held) {
		GenericKubernetesResource proposed = file.proposed();
		Optional<GenericKubernetesResource> live = this.writer.live(file.change());
		if (!file.change().baseline().holds(live.orElse(null))) {
			return file.stale(file.change().status(), "BaselineChanged",
					"The VirtualService is no longer the one the change was made from.");
		}
		Optional<String> other = live.flatMap((object) -> Optional.ofNullable(OtherManagers.of(object)));
		if (other.isPresent()) {
			return failed(file, "ManagedElsewhere",
					other.get() + " keeps this VirtualService; a write would be undone. Change it at its source.");
		}
		Optional<RouteReview> review = file.review();
		if (review.isEmpty()) {
			return file.stale(file.change().status(), "ReviewGone", "There is no review any more.");
		}
		String mismatch = ReviewMatch.approval(review.get(), file.change(), this.portal.username());
		if (mismatch != null) {
			return file.stale(file.change().status(), mismatch, "The review doesn't match the change.");
		}
		Assessment assessment = this.assessor.assess(file.change(), proposed, live.orElse(null), table, Stage.APPLY);
		String outdated = ReviewMatch.outdated(review.get(), table.gateway(), assessment);
		if (outdated != null) {
			return file.stale(file.change().status(), outdated, "The cluster is no longer what the reviewer saw.");
		}
		if (assessment.blocked()) {
			return waiting(file, "Blocked", "A finding blocks the change.", this.properties.resync());
		}
		return written(file, proposed, held);
	}

	private Step written(Case file, @Nullable GenericKubernetesResource proposed, HeldLease held) {
		try {
			return this.writer.write(file.change(), proposed, () -> this.lease.covers(held))
				.map((applied) -> applied(file, applied))
				.orElseGet(() -> file.stale(file.change().status(), "BaselineChanged",
						"The VirtualService is no longer the one the change was made from."));
		}
		catch (ClusterException ex) {
			return switch (ex.reason()) {
				case INVALID, DENIED, FORBIDDEN, TOO_LARGE, NOT_FOUND, READ_ONLY ->
					failed(file, "Refused", String.valueOf(ex.getMessage()));
				case WEBHOOK_UNAVAILABLE -> waiting(file, "WebhookUnavailable", String.valueOf(ex.getMessage()), LATER);
				case TOO_MANY_REQUESTS -> busy(file);
				default -> throw ex;
			};
		}
	}

	private Step busy(Case file) {
		return waiting(file, "ApiServerBusy", "The API server takes no writes at present.", this.writer.quiet());
	}

	private Step waiting(Case file, String reason, String message, Duration delay) {
		Condition reviewed = file.change().status().condition(Condition.REVIEWED).orElse(null);
		if (reviewed != null && file.now().isAfter(reviewed.lastTransitionTime().plus(this.properties.expiry()))) {
			return file.stale(file.change().status(), "Expired",
					"The change was approved long ago and could not be applied: " + reason);
		}
		return Step.again(file.with(Condition.APPLIED, false, reason, message), delay);
	}

	private Step applied(Case file, Applied applied) {
		return Step.again(file.with(Condition.APPLIED, true, "Written", "").applied(applied).to(Phase.APPLIED),
				Duration.ZERO);
	}

	private static Step failed(Case file, String reason, String message) {
		return Step.done(file.with(Condition.APPLIED, false, reason, message).to(Phase.FAILED));
	}

	private void release(HeldLease held, String written) {
		try {
			this.lease.release(held, written);
		}
		catch (ClusterException ex) {
			logger.warn("The lease of the gateway workload could not be released; it runs out by itself", ex);
		}
	}

}
