package dev.sekisho.apply;

import java.time.Instant;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.change.ChangeStatus;
import dev.sekisho.change.Condition;
import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;

/**
 * A change with all that decides about it, each freshly read.
 *
 * @param resource the change as stored
 * @param change the same, read
 * @param review its review, if there is one that can be read
 * @param now the time
 */
record Case(GenericKubernetesResource resource, RouteChange change, Optional<RouteReview> review, Instant now) {

	@Nullable GenericKubernetesResource proposed() {
		return RouteChange.proposed(this.resource);
	}

	/**
	 * The present status with one condition set.
	 * @param type the condition's type
	 * @param holds whether it holds
	 * @param reason a code
	 * @param message the same in words; names nobody
	 * @return the status
	 */
	ChangeStatus with(String type, boolean holds, String reason, String message) {
		return with(this.change.status(), type, holds, reason, message);
	}

	ChangeStatus with(ChangeStatus status, String type, boolean holds, String reason, String message) {
		return status.with(new Condition(type, holds ? "True" : "False", reason, message, this.now));
	}

	/**
	 * The change can't go on: what it was based on no longer holds.
	 * @param status the status so far
	 * @param reason why
	 * @param message the same in words
	 * @return the end of its life
	 */
	Step stale(ChangeStatus status, String reason, String message) {
		String type = (status.phase() == Phase.PENDING) ? Condition.REVIEWED : Condition.APPLIED;
		return Step.done(with(status, type, false, reason, message).to(Phase.STALE));
	}

	/**
	 * The change was refused.
	 * @param reason why
	 * @param message the same in words
	 * @return the end of its life
	 */
	Step failed(String reason, String message) {
		return Step.done(with(Condition.APPLIED, false, reason, message).to(Phase.FAILED));
	}

}
