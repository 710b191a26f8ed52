package dev.sekisho.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.sekisho.cluster.ClusterException;

/**
 * Notes in the cluster that sign-ins are in use, each once a minute at most.
 */
final class SignInUses {

	private static final Logger logger = LoggerFactory.getLogger(SignInUses.class);

	private static final Duration BETWEEN_NOTES = Duration.ofSeconds(60);

	private final Map<SignInKey, Instant> noted = new ConcurrentHashMap<>();

	private final SignInSecrets secrets;

	SignInUses(SignInSecrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * Notes a use. While the API server doesn't answer, a page view waits for this once a
	 * minute.
	 * @param key the sign-in's key
	 * @param now the time
	 * @return whether it was noted now
	 */
	boolean note(SignInKey key, Instant now) {
		Instant last = this.noted.get(key);
		if (last != null && Duration.between(last, now).compareTo(BETWEEN_NOTES) < 0) {
			return false;
		}
		this.noted.put(key, now);
		try {
			this.secrets.read(key).ifPresent((kept) -> this.secrets.touch(kept, now));
			return true;
		}
		catch (ClusterException ex) {
			logger.debug("The use of a sign-in can't be noted: {}", ex.getMessage());
			return false;
		}
	}

	void forget(SignInKey key) {
		this.noted.remove(key);
	}

	void sweep(Instant now, Duration longest) {
		this.noted.values().removeIf((time) -> Duration.between(time, now).compareTo(longest) > 0);
	}

}
