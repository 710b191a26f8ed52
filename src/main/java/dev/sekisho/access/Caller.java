package dev.sekisho.access;

import java.util.Optional;

import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;

/**
 * Who is calling, and as whom the API server is asked on their behalf. Page and REST
 * controllers take it as an argument; where nobody is signed in they aren't reached.
 *
 * @param identity who the API server takes them for
 * @param credential what proves it; kept on the server, never shown or logged
 */
public record Caller(Identity identity, Credential credential) {

	/**
	 * The name the API server knows the caller by.
	 * @return the name
	 */
	public String username() {
		return this.identity.username();
	}

	/**
	 * The token that proves who the caller is.
	 * @return the token; empty where none is needed
	 */
	public Optional<String> token() {
		if (this.credential instanceof Credential.Impersonated given) {
			return Optional.of(given.proof().token());
		}
		return (this.credential instanceof Credential.Token given) ? Optional.of(given.token()) : Optional.empty();
	}

}
