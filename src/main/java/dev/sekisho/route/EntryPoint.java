package dev.sekisho.route;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a load balancer does with a request before the gateway sees it.
 *
 * @param kind what it does
 * @param port the port that is meant by the kind; 0 if none is
 * @param listeners where it listens, in words such as {@code HTTPS 443}
 * @param rule the rule that takes the request before the gateway; {@code null} if none
 * does
 */
public record EntryPoint(Kind kind, int port, String listeners, @Nullable AlbRule rule) {

	EntryPoint(Kind kind, int port, String listeners) {
		this(kind, port, listeners, null);
	}

	EntryPoint listening(String words) {
		return new EntryPoint(this.kind, this.port, words, this.rule);
	}

	/**
	 * What a load balancer does.
	 */
	public enum Kind {

		/** It takes the request and passes it on. */
		TAKES,
		/** It redirects to HTTPS by itself. */
		REDIRECTS,
		/** An Ingress of its group takes the request before the gateway. */
		TAKEN_BEFORE,
		/** An Ingress of its group takes it under conditions that aren't read here. */
		MAY_BE_TAKEN,
		/** No rule takes the request: it answers by itself. */
		NO_RULE,
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
