package dev.sekisho.chain;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Whether a load balancer has a certificate for a host.
 *
 * @param host the host
 * @param balancer the object that stands for the load balancer; {@code null} if none is
 * known
 * @param coverage what is known of it
 * @param certificates the certificates considered: the ARNs, or the names by which they
 * are looked for
 */
public record HostCover(String host, @Nullable ObjectRef balancer, Coverage coverage, List<String> certificates) {

	public HostCover {
		certificates = List.copyOf(certificates);
	}

	/**
	 * What is known of the certificates for a host.
	 */
	public enum Coverage {

		/** One is for it. */
		COVERED,
		/** There are some, but for which names isn't known. */
		NAMES_UNKNOWN,
		/** There is none that is known. */
		NONE,
		/** The host stands for any, so that no certificate is for it alone. */
		ANY_HOST,
		/** The load balancer listens without TLS only. */
		PLAIN,
		/** The load balancer sends no request of this host to the gateway. */
		NO_RULE,
		/** TLS ends at the gateway, by a Secret that isn't read. */
		AT_GATEWAY,
		/** What stands before the gateway isn't known. */
		UNKNOWN;

		/**
		 * The value in JSON and in message keys.
		 * @return such as {@code names-unknown}
		 */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
