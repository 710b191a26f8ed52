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

	/**
	 * As a person, by the portal's right to impersonate them.
	 *
	 * @param identity whom: name and groups are sent, the uid isn't
	 * @param proof the token that told who they are; it isn't sent
	 */
	record Impersonated(Identity identity, Token proof) implements Credential {

	}

}
