package dev.sekisho.access;

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

}
