package dev.sekisho.access;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Sign-ins of a portal that may not write Secrets: they end with this replica.
 */
final class LocalSignIns {

	private static final int MOST = 10_000;

	private final Map<SignInKey, Used> all = new ConcurrentHashMap<>();

	boolean isEmpty() {
		return this.all.isEmpty();
	}

	void add(SignInKey key, SignIn signIn) {
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

	void removeAll(String username) {
		removeIf((here) -> here.signIn().identity().username().equals(username));
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
