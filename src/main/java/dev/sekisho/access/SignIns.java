package dev.sekisho.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who is signed in in which browser. A browser holds a random secret and nothing else; it
 * is a new one at each sign-in, so nobody can prepare it. A sign-in ends when it wasn't
 * used for a while, after eight hours at most, and when its token is no longer taken.
 */
@Component
public class SignIns {

	private static final int SECRET_BYTES = 32;

	private static final int MOST = 10_000;

	private final SecureRandom random = new SecureRandom();

	private final Map<String, SignIn> open = new ConcurrentHashMap<>();

	private final AccessSettings settings;

	private final Clock clock;

	@Autowired
	SignIns(AccessSettings settings) {
		this(settings, Clock.systemUTC());
	}

	SignIns(AccessSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Begins a sign-in.
	 * @param caller who
	 * @return the secret that the browser keeps
	 */
	public String begin(Caller caller) {
		byte[] bytes = new byte[SECRET_BYTES];
		this.random.nextBytes(bytes);
		String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		makeRoom();
		Instant now = this.clock.instant();
		this.open.put(secret, new SignIn(caller, now, now));
		return secret;
	}

	/**
	 * Finds a sign-in, and counts as its use.
	 * @param secret what the browser sent
	 * @return who it is; nobody if it has ended
	 */
	public Optional<Caller> find(String secret) {
		Instant now = this.clock.instant();
		return Optional
			.ofNullable(this.open.computeIfPresent(secret, (key, found) -> ended(found, now) ? null : found.used(now)))
			.map(SignIn::caller);
	}

	/**
	 * Ends a sign-in.
	 * @param secret what the browser sent
	 */
	public void end(String secret) {
		this.open.remove(secret);
	}

	/**
	 * Ends all sign-ins of a person.
	 * @param username who
	 */
	public void endAll(String username) {
		this.open.values().removeIf((found) -> found.caller().username().equals(username));
	}

	private boolean ended(SignIn found, Instant now) {
		return Duration.between(found.used(), now).compareTo(this.settings.idle()) >= 0
				|| Duration.between(found.begun(), now).compareTo(this.settings.longest()) >= 0;
	}

	private void makeRoom() {
		if (this.open.size() < MOST) {
			return;
		}
		Instant now = this.clock.instant();
		this.open.values().removeIf((found) -> ended(found, now));
		while (this.open.size() >= MOST) {
			this.open.entrySet()
				.stream()
				.min(Map.Entry.comparingByValue(Comparator.comparing(SignIn::used)))
				.ifPresent((oldest) -> this.open.remove(oldest.getKey()));
		}
	}

	private record SignIn(Caller caller, Instant begun, Instant used) {

		SignIn used(Instant now) {
			return new SignIn(this.caller, this.begun, now);
		}

	}

}
