package dev.sekisho.access;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ClusterMode;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;

/**
 * Finds out who is calling. The answer is always the API server's; nothing a request says
 * about itself counts. An answer about a token may be up to a minute old: it decides what
 * is shown, while writes and deciding checks go to the API server with the token itself;
 * where the portal impersonates the token's owner instead, it asks anew before each
 * write.
 */
@Component
public class Callers {

	// Streams look again every 15 s: together a minute.
	private static final Duration MAX_AGE = Duration.ofSeconds(45);

	private final Cluster cluster;

	private final AccessSettings settings;

	private final Remembered<Caller> owners = new Remembered<>(MAX_AGE);

	private final Remembered<Identity> portal = new Remembered<>(MAX_AGE);

	Callers(Cluster cluster, AccessSettings settings) {
		this.cluster = cluster;
		this.settings = settings;
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
	 * How the portal calls the API server for others.
	 * @return the way
	 */
	public Way way() {
		return single() ? Way.OWNER : (this.settings.audience() != null) ? Way.IMPERSONATES : Way.FORWARDS;
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
		return this.owners.get(credential, () -> owner(credential));
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
	 * Makes sure before a write that a token is still taken that the API server doesn't
	 * get to see.
	 * @param caller who is about to write
	 * @throws CallerRefused if the token isn't taken any more, or not as the same
	 * person's
	 */
	public void confirm(Caller caller) {
		if (caller.credential() instanceof Credential.Impersonated given
				&& !byTokenNow(given.proof().token()).equals(caller)) {
			throw new CallerRefused(CallerRefused.Reason.INVALID);
		}
	}

	/**
	 * Whose sign-in this was when the API server was last asked, while it can't be.
	 * @param signIn the sign-in
	 * @return the caller; empty if they aren't impersonated any more
	 */
	public Optional<Caller> asRemembered(SignIn signIn) {
		Credential.Token token = new Credential.Token(signIn.token());
		Optional<Credential> credential = (this.settings.audience() != null) ? impersonated(signIn.identity(), token)
				: Optional.of(token);
		return credential.map((known) -> new Caller(signIn.identity(), known));
	}

	private Caller owner(Credential.Token token) {
		String audience = this.settings.audience();
		if (audience == null || single()) {
			return new Caller(checked(this.cluster.reviewToken(token.token())), token);
		}
		Identity owner = checked(this.cluster.reviewToken(token.token(), audience));
		Credential credential = impersonated(owner, token)
			.orElseThrow(() -> new CallerRefused(CallerRefused.Reason.NOT_LISTED));
		Identity seen = seenAs(credential);
		if (!seen.username().equals(owner.username())) {
			throw new CallerRefused(CallerRefused.Reason.NOT_LISTED);
		}
		return new Caller(checked(Optional.of(seen)), credential);
	}

	private Optional<Credential> impersonated(Identity owner, Credential.Token proof) {
		return this.settings.impersonation().of(owner).map((identity) -> new Credential.Impersonated(identity, proof));
	}

	// Also finds out early that the cluster doesn't let the portal impersonate them.
	private Identity seenAs(Credential credential) {
		try {
			return this.cluster.as(credential).whoAmI();
		}
		catch (ClusterException ex) {
			if (ex.reason() == ClusterException.Reason.FORBIDDEN) {
				throw new CallerRefused(CallerRefused.Reason.NOT_LISTED);
			}
			throw ex;
		}
	}

	private Identity checked(Optional<Identity> owner) {
		Identity identity = owner.orElseThrow(() -> new CallerRefused(CallerRefused.Reason.INVALID));
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

	/**
	 * How the portal calls the API server for others.
	 */
	public enum Way {

		/** With its own credential, which is that of the one person it works for. */
		OWNER,
		/** With the caller's token. */
		FORWARDS,
		/** With its own credential, as the caller. */
		IMPERSONATES

	}

}
