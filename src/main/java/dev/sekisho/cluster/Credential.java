package dev.sekisho.cluster;

/**
 * As whom a request is sent to the API server.
 */
public sealed interface Credential {

	/**
	 * As the portal itself: its service account, or the person of the kubeconfig.
	 */
	record Portal() implements Credential {

	}

	/**
	 * As a person, by the token the API server accepts.
	 *
	 * @param token the bearer token; never logged
	 */
	record Token(String token) implements Credential {

		@Override
		public String toString() {
			return "Token[...]";
		}

	}

}
