package dev.sekisho.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import dev.sekisho.access.SignInSecrets.Kept;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ClusterException.Reason;

/**
 * Who is signed in in which browser, the same on every replica. A browser holds a random
 * secret and nothing else; it is a new one at each sign-in, so nobody can prepare it. A
 * sign-in ends when it wasn't used for a while, after eight hours at most, when its token
 * is no longer taken, and when its Secret is deleted, which every replica notices within
 * half a minute. A portal that may not write Secrets keeps sign-ins to itself.
 */
@Component
public class SignIns {

	private static final Logger logger = LoggerFactory.getLogger(SignIns.class);

	private static final Duration MAX_AGE = Duration.ofSeconds(30);

	private static final Duration BETWEEN_TOUCHES = Duration.ofSeconds(60);

	private static final int TOUCHES = 8;

	private static final Set<Reason> NOT_HERE = Set.of(Reason.READ_ONLY, Reason.FORBIDDEN, Reason.NOT_FOUND);

	private final Remembered<Kept> known = new Remembered<>(MAX_AGE);

	private final LocalSignIns local = new LocalSignIns();

	private final Map<SignInKey, Instant> touched = new ConcurrentHashMap<>();

	private final Map<SignInKey, Instant> ended = new ConcurrentHashMap<>();

	private final SignInSecrets secrets;

	private final AccessSettings settings;

	private final Clock clock;

	@Autowired
	SignIns(SignInSecrets secrets, AccessSettings settings) {
		this(secrets, settings, Clock.systemUTC());
	}

	SignIns(SignInSecrets secrets, AccessSettings settings, Clock clock) {
		this.secrets = secrets;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Begins a sign-in.
	 * @param caller who
	 * @param token the token that proves it
	 * @param renewal what new tokens are given for; {@code null} for nothing
	 * @return the secret that the browser keeps
	 * @throws ClusterException if the cluster can't be reached
	 */
	public String begin(Caller caller, String token, @Nullable String renewal) {
		SignInKey key = SignInKey.fresh();
		SignIn signIn = new SignIn(caller.identity(), token, renewal, this.clock.instant());
		try {
			this.secrets.create(key, signIn);
		}
		catch (ClusterException ex) {
			if (!NOT_HERE.contains(ex.reason())) {
				throw ex;
			}
			keepHere(key, signIn, ex);
		}
		return key.cookie();
	}

	private void keepHere(SignInKey key, SignIn signIn, ClusterException why) {
		if (this.local.isEmpty()) {
			logger.warn("Sign-ins end with this replica, since Secrets can't be written in {}: {}",
					this.settings.namespace(), why.getMessage());
		}
		this.local.add(key, signIn);
	}

	/**
	 * Finds a sign-in, and counts as its use.
	 * @param secret what the browser sent
	 * @return the sign-in; empty if it has ended, or if nothing is known of it and the
	 * cluster can't be asked
	 */
	public Optional<SignIn> find(String secret) {
		return SignInKey.of(secret).filter((key) -> !this.ended.containsKey(key)).flatMap(this::find);
	}

	private Optional<SignIn> find(SignInKey key) {
		Instant now = this.clock.instant();
		LocalSignIns.Used here = this.local.use(key, now);
		if (here != null) {
			return current(key, here.signIn(), here.used(), now);
		}
		Optional<Kept> kept = kept(key);
		Optional<SignIn> current = kept.flatMap((found) -> current(key, found.signIn(), found.used(), now));
		if (current.isPresent() && Duration.between(kept.orElseThrow().used(), now)
			.compareTo(this.settings.idle().dividedBy(TOUCHES)) >= 0) {
			touch(key, now);
		}
		return current;
	}

	private Optional<SignIn> current(SignInKey key, SignIn signIn, Instant used, Instant now) {
		if (this.settings.over(signIn.begun(), used, now)) {
			end(key);
			return Optional.empty();
		}
		return Optional.of(signIn);
	}

	private Optional<Kept> kept(SignInKey key) {
		try {
			return Optional.of(this.known.get(key, () -> this.secrets.read(key).orElseThrow(NobodysKey::new)));
		}
		catch (NobodysKey ex) {
			return Optional.empty();
		}
		catch (ClusterException ex) {
			logger.warn("A sign-in can't be read: {}", ex.getMessage());
			return Optional.empty();
		}
	}

	// While the API server doesn't answer, a page view waits for this once a minute.
	private void touch(SignInKey key, Instant now) {
		Instant last = this.touched.get(key);
		if (last != null && Duration.between(last, now).compareTo(BETWEEN_TOUCHES) < 0) {
			return;
		}
		this.touched.put(key, now);
		try {
			this.secrets.read(key).ifPresent((kept) -> this.secrets.touch(kept, now));
			this.known.forget(key);
		}
		catch (ClusterException ex) {
			logger.debug("The use of a sign-in can't be noted: {}", ex.getMessage());
		}
	}

	/**
	 * Gives a sign-in a new token. If another replica did so meanwhile, that one's stays.
	 * @param secret what the browser sent
	 * @param token the new token
	 * @param renewal what the next one is given for; {@code null} for the same as before
	 */
	public void renew(String secret, String token, @Nullable String renewal) {
		SignInKey.of(secret).ifPresent((key) -> {
			if (!this.local.renew(key, token, renewal)) {
				this.secrets.read(key)
					.ifPresent((kept) -> this.secrets.replace(key, kept, kept.signIn().renewed(token, renewal)));
			}
			this.known.forget(key);
		});
	}

	/**
	 * Looks a sign-in up anew at its next use.
	 * @param secret what the browser sent
	 */
	public void forget(String secret) {
		SignInKey.of(secret).ifPresent(this.known::forget);
	}

	/**
	 * Ends a sign-in.
	 * @param secret what the browser sent
	 */
	public void end(String secret) {
		SignInKey.of(secret).ifPresent(this::end);
	}

	private void end(SignInKey key) {
		this.known.forget(key);
		this.touched.remove(key);
		if (!this.local.remove(key)) {
			this.ended.put(key, this.clock.instant());
			delete(key);
		}
	}

	private void delete(SignInKey key) {
		try {
			this.secrets.delete(key);
			this.ended.remove(key);
		}
		catch (ClusterException ex) {
			logger.warn("An ended sign-in can't be deleted yet: {}", ex.getMessage());
		}
	}

	/**
	 * Ends all sign-ins of a person, on every replica.
	 * @param username who
	 * @throws ClusterException if the cluster can't be reached
	 */
	public void endAll(String username) {
		this.local.removeAll(username);
		try {
			this.secrets.deleteAll(username);
		}
		catch (ClusterException ex) {
			if (!NOT_HERE.contains(ex.reason())) {
				throw ex;
			}
		}
		this.known.forgetWhere((kept) -> kept.signIn().identity().username().equals(username));
	}

	/**
	 * Deletes what is over.
	 */
	void sweep() {
		Instant now = this.clock.instant();
		this.local.removeIf((here) -> this.settings.over(here.signIn().begun(), here.used(), now));
		this.touched.values().removeIf((time) -> Duration.between(time, now).compareTo(this.settings.longest()) > 0);
		this.ended.values().removeIf((time) -> Duration.between(time, now).compareTo(this.settings.longest()) > 0);
		this.ended.keySet().forEach(this::delete);
		this.secrets.sweep(now);
	}

	private static final class NobodysKey extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
