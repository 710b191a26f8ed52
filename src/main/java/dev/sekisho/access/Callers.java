package dev.sekisho.access;

import java.time.Duration;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterMode;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;

/**
 * Finds out who is calling. The answer is always the API server's; nothing a request says
 * about itself counts. An answer about a token may be up to a minute old: it decides what
 * is shown, while writes and deciding checks go to the API server with the token itself.
 */
@Component
public class Callers {

	// Streams look again every 15 s: together a minute.
	private static final Duration MAX_AGE = Duration.ofSeconds(45);

	private final Cluster cluster;

	private final Remembered<Identity> owners = new Remembered<>(MAX_AGE);

	private final Remembered<Identity> portal = new Remembered<>(MAX_AGE);

	Callers(Cluster cluster) {
		this.cluster = cluster;
	}

	/**
	 * Whether the portal works for one person only, who needs no sign-in: the owner of
	 * the kubeconfig it was started with.
	 * @return whether it does
	 */
	public boolean single() {
		return this.cluster.info().mode() == ClusterMode.KUBECONFIG;
	}

	/**
	 * The one person the portal works for.
	 * @return the caller, with the portal's credential
	 */
	public Caller owner() {
		return new Caller(portalIdentity(), new Credential.Portal());
	}

	/**
	 * Whose token this is.
	 * @param token a bearer token
	 * @return the caller; up to a minute old
	 * @throws CallerRefused if the token isn't taken
	 */
	public Caller byToken(String token) {
		Credential.Token credential = new Credential.Token(token);
		return new Caller(this.owners.get(credential, () -> review(token)), credential);
	}

	/**
	 * Whose token this is, asked anew.
	 * @param token a bearer token
	 * @return the caller
	 * @throws CallerRefused if the token isn't taken
	 */
	public Caller byTokenNow(String token) {
		this.owners.forget(new Credential.Token(token));
		return byToken(token);
	}

	/**
	 * Whose sign-in this was when the API server was last asked, while it can't be.
	 * @param signIn the sign-in
	 * @return the caller
	 */
	public Caller asRemembered(SignIn signIn) {
		return new Caller(signIn.identity(), new Credential.Token(signIn.token()));
	}

	private Identity review(String token) {
		Identity identity = this.cluster.reviewToken(token)
			.orElseThrow(() -> new CallerRefused(CallerRefused.Reason.INVALID));
		if (SystemAccounts.refuses(identity)) {
			throw new CallerRefused(CallerRefused.Reason.SYSTEM);
		}
		if (!single() && identity.username().equals(portalIdentity().username())) {
			throw new CallerRefused(CallerRefused.Reason.PORTAL);
		}
		return identity;
	}

	private Identity portalIdentity() {
		return this.portal.get("portal", () -> this.cluster.asPortal().whoAmI());
	}

}
