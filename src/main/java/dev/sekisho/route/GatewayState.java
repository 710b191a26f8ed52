package dev.sekisho.route;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * How a shared gateway stands.
 *
 * @param name its name
 * @param gateway what it says; {@code null} if it can't be read
 * @param condition whether it can be used
 * @param detail why not: a problem in words, or the other shared gateway's name
 * @param podCount how many pods of its ingress gateway were seen
 * @param routes how many routes it has
 * @param asOf until when its route table is known to be current
 * @param live whether the watches are up
 */
public record GatewayState(String name, @Nullable SharedGateway gateway, Condition condition, String detail,
		int podCount, int routes, @Nullable Instant asOf, boolean live) {

	/**
	 * Whether a shared gateway can be used.
	 */
	public enum Condition {

		/** It can. */
		READY,
		/** Its route table hasn't been built yet. */
		STARTING,
		/** The SharedGateway object can't be read. */
		UNREADABLE,
		/** There is no such Gateway. */
		GATEWAY_MISSING,
		/** Another SharedGateway is about the same ingress gateway. */
		WORKLOAD_SHARED;

		/**
		 * The value as the reason of a Kubernetes condition.
		 * @return such as {@code GatewayMissing}
		 */
		public String reason() {
			return Arrays.stream(name().split("_"))
				.map((word) -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
				.collect(Collectors.joining());
		}

		/**
		 * The value in JSON and in message keys.
		 * @return such as {@code gateway-missing}
		 */
		public String value() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
