package dev.sekisho.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.Identity;

/**
 * A sign-in in a browser.
 *
 * @param identity who the API server took the token for
 * @param token the token that proves it; never logged
 * @param renewal what the identity provider gives a new token for; {@code null} if it
 * offers none
 * @param begun when it began
 */
public record SignIn(Identity identity, String token, @Nullable String renewal, Instant begun) {

	/**
	 * The same sign-in with a new token.
	 * @param newToken the token
	 * @param newRenewal what the next one is given for
	 * @return the sign-in
	 */
	SignIn renewed(String newToken, @Nullable String newRenewal) {
		return new SignIn(this.identity, newToken, (newRenewal != null) ? newRenewal : this.renewal, this.begun);
	}

	@Override
	public String toString() {
		return "SignIn[" + this.identity.username() + "]";
	}

}
