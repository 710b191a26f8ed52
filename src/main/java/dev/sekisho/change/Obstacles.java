package dev.sekisho.change;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ObjectKey;

/**
 * Why changes can't be taken further at present, as this replica has found: what the
 * status can't say, because it can't be written either.
 */
@Component
public class Obstacles {

	private final Map<ObjectKey, Obstacle> found = new ConcurrentHashMap<>();

	private final Clock clock = Clock.systemUTC();

	/**
	 * A step of a change failed and will be tried again.
	 * @param change the change
	 * @param failure why
	 */
	public void met(ObjectKey change, ClusterException failure) {
		this.found.compute(change, (key, before) -> new Obstacle(String.valueOf(failure.getMessage()),
				(before != null) ? before.since() : this.clock.instant()));
	}

	/**
	 * A step of a change was taken.
	 * @param change the change
	 */
	public void passed(ObjectKey change) {
		this.found.remove(change);
	}

	/**
	 * What stands against a change.
	 * @param change a change the caller sees
	 * @return the obstacle; empty if this replica knows of none
	 */
	public Optional<Obstacle> of(ObjectKey change) {
		return Optional.ofNullable(this.found.get(change));
	}

	/**
	 * What stands against a change.
	 *
	 * @param message the API server's message, or what happened to the call
	 * @param since since when
	 */
	public record Obstacle(String message, Instant since) {

	}

}
