package dev.sekisho.cluster;

import java.time.Duration;

/**
 * How long a call waits for its answer. After one that got none at all, the next ones
 * wait only shortly until one is answered or a while has passed: who presses a button
 * makes several calls, and must not wait for each of them in turn.
 */
final class Patience {

	private static final Duration SHORT = Duration.ofSeconds(2);

	private static final Duration DOUBT = Duration.ofSeconds(10);

	private final Duration full;

	private volatile long doubtedUntil;

	private volatile boolean doubted;

	Patience(Duration full) {
		this.full = full;
	}

	/**
	 * How long the next call may take.
	 * @return the time
	 */
	Duration now() {
		boolean doubt = this.doubted && System.nanoTime() - this.doubtedUntil < 0;
		return (doubt && SHORT.compareTo(this.full) < 0) ? SHORT : this.full;
	}

	/** A call was answered, whatever the answer was. */
	void answered() {
		this.doubted = false;
	}

	/** A call waited as long as it may for nothing. */
	void silent() {
		this.doubtedUntil = System.nanoTime() + DOUBT.toNanos();
		this.doubted = true;
	}

}
