package dev.sekisho.apply;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.ChangeStatus;

/**
 * What looking at a change came to.
 *
 * @param status the status it should have
 * @param again when to look again even if nothing happens; {@code null} for never
 * @param stored whether the status is stored already
 */
record Step(ChangeStatus status, @Nullable Duration again, boolean stored) {

	static Step done(ChangeStatus status) {
		return new Step(status, null, false);
	}

	static Step again(ChangeStatus status, Duration delay) {
		return new Step(status, delay, false);
	}

	Step kept() {
		return new Step(this.status, this.again, true);
	}

}
