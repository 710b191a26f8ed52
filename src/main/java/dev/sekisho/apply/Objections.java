package dev.sekisho.apply;

import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.change.OtherManagers;
import dev.sekisho.change.RouteReview;
import dev.sekisho.check.Stage;
import dev.sekisho.route.LiveTable;

/**
 * Finds what stands against writing an approved change: what it was made from, or what
 * was approved, isn't what would happen any more.
 */
@Component
class Objections {

	private final Assessor assessor;

	private final PortalIdentity portal;

	private final Expiry expiry;

	Objections(Assessor assessor, PortalIdentity portal, Expiry expiry) {
		this.assessor = assessor;
		this.portal = portal;
		this.expiry = expiry;
	}

	/**
	 * Judges a change as the cluster is.
	 * @param file the change
	 * @param live the live VirtualService by a quorum read; {@code null} if there is none
	 * @param table the route table
	 * @return what becomes of the change instead; {@code null} if it may be written
	 */
	@Nullable Step against(Case file, @Nullable GenericKubernetesResource live, LiveTable table) {
		if (!file.change().baseline().holds(live)) {
			return baselineChanged(file);
		}
		String other = (live != null) ? OtherManagers.of(live) : null;
		if (other != null) {
			return file.failed("ManagedElsewhere",
					other + " keeps this VirtualService; a write would be undone. Change it at its source.");
		}
		Optional<RouteReview> review = file.review();
		if (review.isEmpty()) {
			return file.stale(file.change().status(), "ReviewGone", "There is no review any more.");
		}
		String mismatch = ReviewMatch.approval(review.get(), file.change(), this.portal.username());
		if (mismatch != null) {
			return file.stale(file.change().status(), mismatch, "The review doesn't match the change.");
		}
		Assessment assessment = this.assessor.assess(file.change(), file.proposed(), live, table, Stage.APPLY);
		String outdated = ReviewMatch.outdated(review.get(), table.gateway(), assessment);
		if (outdated != null) {
			return file.stale(file.change().status(), outdated, "The cluster is no longer what the reviewer saw.");
		}
		return assessment.blocked() ? this.expiry.waits(file, "Blocked", "A finding blocks the change.") : null;
	}

	static Step baselineChanged(Case file) {
		return file.stale(file.change().status(), "BaselineChanged",
				"The VirtualService is no longer the one the change was made from.");
	}

}
