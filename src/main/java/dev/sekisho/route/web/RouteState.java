package dev.sekisho.route.web;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a route fares.
 */
enum RouteState {

	/** Its destinations are there and ready. */
	LIVE,
	/** Some of its endpoints aren't ready, or one of its destinations is missing. */
	DEGRADED,
	/** Nothing can answer. */
	DOWN,
	/** No request gets to it. */
	NEVER_REACHED,
	/** It can't be told. */
	UNKNOWN,
	/** The reader doesn't see it. */
	HIDDEN;

	/**
	 * The value in addresses and in JSON.
	 * @return such as {@code never-reached}
	 */
	@JsonValue
	String value() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
