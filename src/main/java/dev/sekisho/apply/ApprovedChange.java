package dev.sekisho.apply;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.sekisho.change.ChangeStatus.Applied;
import dev.sekisho.change.Condition;
import dev.sekisho.change.Phase;
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

	private final Objections objections;

	private final VirtualServiceWriter writer;

	private final StatusWriter statuses;

	private final WorkloadLease lease;

	private final CaughtUp caughtUp;

	private final FoundationPolicies policies;

	private final Expiry expiry;

	ApprovedChange(RouteTables tables, Objections objections, VirtualServiceWriter writer, StatusWriter statuses,
			WorkloadLease lease, CaughtUp caughtUp, FoundationPolicies policies, Expiry expiry) {
		this.tables = tables;
		this.objections = objections;
		this.writer = writer;
		this.statuses = statuses;
		this.lease = lease;
		this.caughtUp = caughtUp;
		this.policies = policies;
		this.expiry = expiry;
	}

	Step look(Case file) {
		Applied before = this.writer.written(file.change(), file.proposed(), this.writer.live(file.change()));
		if (before != null) {
			return applied(file, before);
		}
		List<String> missing = this.policies.missing();
		if (!missing.isEmpty()) {
			return this.expiry.waits(file, "PoliciesMissing", "Admission policies are missing: "
					+ String.join(", ", missing) + ". Install the chart's policies; nothing is applied without them.");
		}
		Optional<LiveTable> table = this.tables.find(file.change().sharedGateway());
		if (table.isEmpty()) {
			return this.expiry.waits(file, "SharedGatewayMissing", "There is no shared gateway of this name.");
		}
		if (table.get().gateway().delivery() != SharedGateway.Delivery.APPLY) {
			return this.expiry.waits(file, "DeliveredElsewhere",
					"This shared gateway's changes are written by another tool.");
		}
		if (!table.get().freshness().live()) {
			return this.expiry.waits(file, "ClusterNotInView",
					"The portal doesn't see the present state of the cluster.", LATER);
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
			if (!this.caughtUp.isSo(table, held.lastWritten()) || !this.statuses.isCurrent(file)) {
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
			return kept(file, step, held);
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
		Optional<GenericKubernetesResource> live = this.writer.live(file.change());
		Applied before = this.writer.written(file.change(), file.proposed(), live);
		if (before != null) {
			return applied(file, before);
		}
		long judged = held.since();
		Step objection = this.objections.against(file, live.orElse(null), table);
		return (objection != null) ? objection : written(file,
				() -> this.lease.covers(held) && (held.since() == judged || unobjectionable(file, live.orElse(null))));
	}

	// What was judged before the lease had to be renewed is old.
	private boolean unobjectionable(Case file, @Nullable GenericKubernetesResource live) {
		String gateway = file.change().sharedGateway();
		return this.tables.settled(gateway) && this.tables.find(gateway)
			.filter((table) -> this.objections.against(file, live, table) == null)
			.isPresent();
	}

	private Step written(Case file, BooleanSupplier may) {
		try {
			return this.writer.write(file.change(), file.proposed(), may)
				.map((applied) -> applied(file, applied))
				.orElseGet(() -> Objections.baselineChanged(file));
		}
		catch (ClusterException ex) {
			return switch (ex.reason()) {
				case INVALID, DENIED, FORBIDDEN, TOO_LARGE, NOT_FOUND, READ_ONLY ->
					file.failed("Refused", String.valueOf(ex.getMessage()));
				case WEBHOOK_UNAVAILABLE ->
					this.expiry.waits(file, "WebhookUnavailable", String.valueOf(ex.getMessage()), LATER);
				case TOO_MANY_REQUESTS -> busy(file);
				default -> throw ex;
			};
		}
	}

	// That a change has ended is stored before another replica gets the lease, which
	// might see it otherwise and write. That it was written is to be seen on the object.
	private Step kept(Case file, Step step, HeldLease held) {
		Phase phase = step.status().phase();
		if (phase == Phase.APPROVED || phase == Phase.APPLIED) {
			return step;
		}
		if (!this.lease.covers(held)) {
			return Step.again(file.change().status(), SOON);
		}
		try {
			this.statuses.store(file, step.status());
			return step.kept();
		}
		catch (ClusterException ex) {
			throw (ex.reason() == ClusterException.Reason.UNAVAILABLE) ? new UnknownOutcome(ex) : ex;
		}
	}

	private Step busy(Case file) {
		return this.expiry.waits(file, "ApiServerBusy", "The API server takes no writes at present.",
				this.writer.quiet());
	}

	private Step applied(Case file, Applied applied) {
		return Step.again(file.with(Condition.APPLIED, true, "Written", "").applied(applied).to(Phase.APPLIED),
				Duration.ZERO);
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
