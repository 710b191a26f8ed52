package dev.sekisho.apply;

import java.time.Duration;

import org.springframework.stereotype.Component;

import dev.sekisho.change.Condition;

/**
 * Lets an approved change wait, though not for ever.
 */
@Component
class Expiry {

	private final ApplyProperties properties;

	Expiry(ApplyProperties properties) {
		this.properties = properties;
	}

	/**
	 * Waits for something that whoever cares for the cluster has to do.
	 * @param file the change
	 * @param reason a code for what it waits for
	 * @param message the same in words
	 * @return the step
	 */
	Step waits(Case file, String reason, String message) {
		return waits(file, reason, message, this.properties.resync());
	}

	/**
	 * Waits.
	 * @param file the change
	 * @param reason a code for what it waits for
	 * @param message the same in words
	 * @param delay when to look again
	 * @return the step: to wait, or the end of the change that was approved too long ago
	 */
	Step waits(Case file, String reason, String message, Duration delay) {
		Condition reviewed = file.change().status().condition(Condition.REVIEWED).orElse(null);
		if (reviewed != null && file.now().isAfter(reviewed.lastTransitionTime().plus(this.properties.expiry()))) {
			return file.stale(file.change().status(), "Expired",
					"The change was approved long ago and could not be applied: " + reason);
		}
		return Step.again(file.with(Condition.APPLIED, false, reason, message), delay);
	}

}
