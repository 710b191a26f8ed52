package dev.sekisho.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

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
 * is no longer taken, and when its Secret is deleted, which every replica notices at
 * once, or within half a minute where Secrets can't be watched. A portal that may not
 * write Secrets keeps sign-ins to itself.
 */
@Component
public class SignIns {

	private static final Logger logger = LoggerFactory.getLogger(SignIns.class);

	private static final Duration MAX_AGE = Duration.ofSeconds(30);

	private static final int TOUCHES = 8;

	private static final Set<Reason> NOT_HERE = Set.of(Reason.READ_ONLY, Reason.FORBIDDEN, Reason.NOT_FOUND);

	private final Remembered<Kept> known = new Remembered<>(MAX_AGE);

	private final LocalSignIns local = new LocalSignIns();

	private final SignInSecrets secrets;

	private final SignInUses uses;

	private final EndedSignIns ended;

	private final AccessSettings settings;

	private final Clock clock;

	@Autowired
	SignIns(SignInSecrets secrets, AccessSettings settings) {
		this(secrets, settings, Clock.systemUTC());
	}

	SignIns(SignInSecrets secrets, AccessSettings settings, Clock clock) {
		this.secrets = secrets;
		this.uses = new SignInUses(secrets);
		this.ended = new EndedSignIns(secrets);
		this.settings = settings;
		this.clock = clock;
		secrets.onDeleted(this::deleted);
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
			this.local.add(key, signIn, ex);
		}
		return key.cookie();
	}

	/**
	 * Finds a sign-in, and counts as its use.
	 * @param secret what the browser sent
	 * @return the sign-in; empty if it has ended, or can't be read
	 */
	public Optional<SignIn> find(String secret) {
		return SignInKey.of(secret).filter((key) -> !this.ended.contains(key)).flatMap(this::find);
	}

	/**
	 * Whether a sign-in goes on. Doesn't count as its use.
	 * @param key its key
	 * @return {@code false} once it has ended
	 */
	boolean lasts(SignInKey key) {
		Instant now = this.clock.instant();
		LocalSignIns.Used here = this.local.look(key);
		return !this.ended.contains(key) && ((here != null) ? !over(here.signIn(), here.used(), now)
				: kept(key).filter((kept) -> !over(kept.signIn(), kept.used(), now)).isPresent());
	}

	/**
	 * Waits for the end of a sign-in: a sign-out here, or its deletion by whomever.
	 * @param key its key
	 * @param end called at its end; must be quick
	 * @return to be run by who waits no longer
	 */
	Runnable await(SignInKey key, Runnable end) {
		return this.ended.await(key, end);
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
			if (this.uses.note(key, now)) {
				this.known.forget(key);
			}
		}
		return current;
	}

	private Optional<SignIn> current(SignInKey key, SignIn signIn, Instant used, Instant now) {
		if (over(signIn, used, now)) {
			end(key);
			return Optional.empty();
		}
		return Optional.of(signIn);
	}

	private boolean over(SignIn signIn, Instant used, Instant now) {
		return this.settings.over(signIn.begun(), used, now);
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
		this.uses.forget(key);
		if (this.local.remove(key)) {
			this.ended.tell(key.name());
		}
		else {
			this.ended.end(key, this.clock.instant());
		}
	}

	private void deleted(String name) {
		this.known.forgetWhere((kept) -> kept.secret().getMetadata().getName().equals(name));
		this.ended.tell(name);
	}

	/**
	 * Ends all sign-ins of a person, on every replica.
	 * @param username who
	 * @throws ClusterException if the cluster can't be reached
	 */
	public void endAll(String username) {
		this.local.of(username).forEach(this::end);
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
		this.local.removeIf((here) -> over(here.signIn(), here.used(), now));
		this.uses.sweep(now, this.settings.longest());
		this.ended.sweep(now, this.settings.longest());
		this.secrets.sweep(now);
	}

	private static final class NobodysKey extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
