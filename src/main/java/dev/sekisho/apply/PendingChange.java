package dev.sekisho.apply;

import java.time.Duration;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.springframework.stereotype.Component;

import dev.sekisho.change.ChangeStatus;
import dev.sekisho.change.Condition;
import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.RouteReview.Verdict;
import dev.sekisho.check.Stage;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RouteTables;

/**
 * Looks at a change that waits for a review: checks it, and follows a review that counts.
 */
@Component
class PendingChange {

	// Half a picture of the cluster must not make a change stale.
	private static final Duration UNSETTLED = Duration.ofMillis(300);

	private final RouteTables tables;

	private final Assessor assessor;

	private final VirtualServiceWriter writer;

	private final PortalIdentity portal;

	private final ApplyProperties properties;

	PendingChange(RouteTables tables, Assessor assessor, VirtualServiceWriter writer, PortalIdentity portal,
			ApplyProperties properties) {
		this.tables = tables;
		this.assessor = assessor;
		this.writer = writer;
		this.portal = portal;
		this.properties = properties;
	}

	Step look(Case file) {
		RouteReview review = file.review().orElse(null);
		if (review != null) {
			String mismatch = ReviewMatch.mismatch(review, file.change(), this.portal.username());
			if (mismatch != null) {
				return file.stale(file.change().status(), mismatch, "The review doesn't match the change.");
			}
			if (review.verdict() != Verdict.APPROVED) {
				return decided(file, review.verdict());
			}
		}
		Optional<LiveTable> table = this.tables.find(file.change().sharedGateway());
		if (table.isEmpty() || table.get().gateway().derived()) {
			return Step.again(file.with(Condition.ACCEPTED, false, "SharedGatewayMissing",
					"There is no shared gateway of this name."), this.properties.resync());
		}
		if (!this.tables.settled(file.change().sharedGateway())) {
			return Step.again(file.change().status(), UNSETTLED);
		}
		GenericKubernetesResource live = this.writer.live(file.change()).orElse(null);
		if (!file.change().baseline().holds(live)) {
			return file.stale(file.change().status(), "BaselineChanged",
					"The VirtualService is no longer the one the change was made from.");
		}
		Assessment assessment = this.assessor.assess(file.change(), file.proposed(), live, table.get(), Stage.SUBMIT);
		ChangeStatus status = checked(file, assessment);
		return (review != null) ? approved(file, status, review, table.get(), assessment)
				: Step.again(status, this.properties.resync());
	}

	private Step decided(Case file, Verdict verdict) {
		Phase phase = (verdict == Verdict.REJECTED) ? Phase.REJECTED : Phase.WITHDRAWN;
		return Step.done(file.with(Condition.REVIEWED, true, phase.text(), "").to(phase));
	}

	private Step approved(Case file, ChangeStatus status, RouteReview review, LiveTable table, Assessment assessment) {
		if (assessment.blocked()) {
			return file.stale(status, "Blocked", "A finding blocks the change.");
		}
		String outdated = ReviewMatch.outdated(review, table.gateway(), assessment);
		if (outdated != null) {
			return file.stale(status, outdated, "The cluster is no longer what the reviewer saw.");
		}
		return Step.again(file.with(status, Condition.REVIEWED, true, Phase.APPROVED.text(), "").to(Phase.APPROVED),
				Duration.ZERO);
	}

	private ChangeStatus checked(Case file, Assessment assessment) {
		boolean blocked = assessment.blocked();
		ChangeStatus status = file.change()
			.status()
			.checked(file.change().generation(), assessment.counts(), assessment.found());
		return file.with(status, Condition.ACCEPTED, !blocked, blocked ? "BlockingFindings" : "Checked",
				blocked ? "Findings must be fixed in a new change." : "");
	}

}
