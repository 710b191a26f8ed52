package dev.sekisho.chain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import dev.sekisho.cluster.ObjectKey;

/**
 * Counts probes: so many a minute in all, and one at a time for each VirtualService, with
 * a pause in between.
 */
final class ProbeLimits {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final Duration every;

	private final int perMinute;

	private final InstantSource clock;

	private final Deque<Instant> sent = new ArrayDeque<>();

	private final Map<ObjectKey, Instant> last = new HashMap<>();

	ProbeLimits(Duration every, int perMinute, InstantSource clock) {
		this.every = every;
		this.perMinute = perMinute;
		this.clock = clock;
	}

	/**
	 * Counts a probe that is about to be sent.
	 * @param virtualService what is probed
	 * @throws ProbeRefused if it is one too many
	 */
	synchronized void count(ObjectKey virtualService) {
		Instant now = this.clock.instant();
		Instant minuteAgo = now.minus(MINUTE);
		while (!this.sent.isEmpty() && this.sent.peekFirst().isBefore(minuteAgo)) {
			this.sent.removeFirst();
		}
		this.last.values().removeIf((time) -> time.isBefore(now.minus(this.every)));
		if (this.sent.size() >= this.perMinute || this.last.containsKey(virtualService)) {
			throw new ProbeRefused(ProbeRefused.Reason.TOO_OFTEN);
		}
		this.sent.addLast(now);
		this.last.put(virtualService, now);
	}

}
