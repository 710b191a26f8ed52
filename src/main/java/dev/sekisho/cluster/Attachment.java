package dev.sekisho.cluster;

import java.time.Duration;

import io.fabric8.kubernetes.client.Config;
import org.jspecify.annotations.Nullable;

/**
 * Knows where the API server is and how the portal proves who it is there.
 */
interface Attachment {

	/**
	 * Reads address, trust and credentials as they are now.
	 * @return what was read
	 * @throws NotAttached if they can't be read
	 */
	Access read();

	/**
	 * How long what was read may be used before it is read again.
	 * @return the time; {@code null} if it changes only when the API server refuses it
	 */
	@Nullable Duration rereadAfter();

	/**
	 * Address, trust and credentials.
	 *
	 * @param config address, trust and client certificate, without any token
	 * @param token the portal's bearer token, if it has one
	 */
	record Access(Config config, @Nullable String token) {

		@Override
		public String toString() {
			return "Access[" + this.config.getMasterUrl() + "]";
		}

	}

}
