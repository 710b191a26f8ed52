package dev.sekisho.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.sekisho.cluster.ClusterException;

/**
 * Sign-ins that are over. Deletes what is kept of them, again and again until that works,
 * and tells at once who waits for it, such as an open stream.
 */
final class EndedSignIns {

	private static final Logger logger = LoggerFactory.getLogger(EndedSignIns.class);

	private final Map<SignInKey, Instant> undeleted = new ConcurrentHashMap<>();

	private final Map<String, Set<Runnable>> waiting = new ConcurrentHashMap<>();

	private final SignInSecrets secrets;

	EndedSignIns(SignInSecrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * Whether a sign-in is over, though it is still kept.
	 * @param key its key
	 * @return {@code true} if it is
	 */
	boolean contains(SignInKey key) {
		return this.undeleted.containsKey(key);
	}

	/**
	 * Ends a sign-in that is kept in the cluster.
	 * @param key its key
	 * @param now the time
	 */
	void end(SignInKey key, Instant now) {
		this.undeleted.put(key, now);
		tell(key.name());
		delete(key);
	}

	/**
	 * Waits for the end of a sign-in.
	 * @param key its key
	 * @param ended called at its end, on whatever thread learns of it; must be quick
	 * @return to be run by who waits no longer
	 */
	Runnable await(SignInKey key, Runnable ended) {
		String name = key.name();
		this.waiting.compute(name, (same, others) -> {
			Set<Runnable> all = (others != null) ? others : ConcurrentHashMap.newKeySet();
			all.add(ended);
			return all;
		});
		return () -> this.waiting.computeIfPresent(name, (same, all) -> {
			all.remove(ended);
			return all.isEmpty() ? null : all;
		});
	}

	/**
	 * Tells those who wait for the end of a sign-in.
	 * @param name its name
	 */
	void tell(String name) {
		Set<Runnable> all = this.waiting.remove(name);
		if (all != null) {
			all.forEach(Runnable::run);
		}
	}

	/**
	 * Deletes what couldn't be deleted before.
	 * @param now the time
	 * @param longest how long a sign-in lasts at most
	 */
	void sweep(Instant now, Duration longest) {
		this.undeleted.values().removeIf((time) -> Duration.between(time, now).compareTo(longest) > 0);
		this.undeleted.keySet().forEach(this::delete);
	}

	private void delete(SignInKey key) {
		try {
			this.secrets.delete(key);
			this.undeleted.remove(key);
		}
		catch (ClusterException ex) {
			logger.warn("An ended sign-in can't be deleted yet: {}", ex.getMessage());
		}
	}

}
