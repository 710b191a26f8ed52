package dev.sekisho.route;

import java.util.Locale;

/**
 * What a load balancer does with a request before the gateway sees it.
 *
 * @param kind what it does
 * @param port the port that is meant by the kind; 0 if none is
 * @param listeners where it listens, in words such as {@code HTTPS 443}
 */
public record EntryPoint(Kind kind, int port, String listeners) {

	/**
	 * What a load balancer does.
	 */
	public enum Kind {

		/** It takes the request and passes it on. */
		TAKES,
		/** It redirects to HTTPS by itself. */
		REDIRECTS,
		/** It doesn't listen there. */
		NO_LISTENER,
		/** It isn't known. */
		UNKNOWN;

		/**
		 * The value in JSON and in message keys.
		 * @return such as {@code no-listener}
		 */
		public String value() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
