package dev.sekisho.apply;

import java.time.Instant;

import org.springframework.stereotype.Component;

/**
 * The clocks of this process. The wall clock is only ever written down; how long
 * something takes is told by the other one, which nobody sets.
 */
@Component
class Timepiece {

	Instant now() {
		return Instant.now();
	}

	/**
	 * The time since some moment, which differs from process to process.
	 * @return the time in nanoseconds
	 */
	long nanos() {
		return System.nanoTime();
	}

}
