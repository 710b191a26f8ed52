package dev.sekisho.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.sekisho.cluster.ClusterException;

/**
 * Sign-ins of a portal that may not write Secrets: they end with this replica.
 */
final class LocalSignIns {

	private static final Logger logger = LoggerFactory.getLogger(LocalSignIns.class);

	private static final int MOST = 10_000;

	private final Map<SignInKey, Used> all = new ConcurrentHashMap<>();

	/**
	 * Keeps a sign-in.
	 * @param key its key
	 * @param signIn the sign-in
	 * @param why why it isn't kept in the cluster
	 */
	void add(SignInKey key, SignIn signIn, ClusterException why) {
		if (this.all.isEmpty()) {
			logger.warn("Sign-ins end with this replica, since Secrets can't be written: {}", why.getMessage());
		}
		if (this.all.size() >= MOST) {
			this.all.clear();
		}
		this.all.put(key, new Used(signIn, signIn.begun()));
	}

	/**
	 * Finds a sign-in and counts as its use.
	 * @param key its key
	 * @param now the time
	 * @return the sign-in, with its use before this one; {@code null} if there is none
	 */
	@Nullable Used use(SignInKey key, Instant now) {
		Used before = this.all.get(key);
		this.all.computeIfPresent(key, (same, present) -> new Used(present.signIn(), now));
		return before;
	}

	boolean renew(SignInKey key, String token, @Nullable String renewal) {
		return this.all.computeIfPresent(key,
				(same, present) -> new Used(present.signIn().renewed(token, renewal), present.used())) != null;
	}

	boolean remove(SignInKey key) {
		return this.all.remove(key) != null;
	}

	/**
	 * Finds a sign-in without counting as its use.
	 * @param key its key
	 * @return the sign-in; {@code null} if there is none
	 */
	@Nullable Used look(SignInKey key) {
		return this.all.get(key);
	}

	/**
	 * Finds the sign-ins of a person.
	 * @param username who
	 * @return their keys
	 */
	List<SignInKey> of(String username) {
		return this.all.entrySet()
			.stream()
			.filter((each) -> each.getValue().signIn().identity().username().equals(username))
			.map(Map.Entry::getKey)
			.toList();
	}

	void removeIf(Predicate<Used> which) {
		this.all.values().removeIf(which);
	}

	/**
	 * A sign-in and its last use.
	 *
	 * @param signIn the sign-in
	 * @param used when it was used last
	 */
	record Used(SignIn signIn, Instant used) {

	}

}
