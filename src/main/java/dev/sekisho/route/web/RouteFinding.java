package dev.sekisho.route.web;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import dev.sekisho.access.Visibility;
import dev.sekisho.routing.ObjectName;

/**
 * Something to be said about a route.
 *
 * @param code what
 * @param others the routes it is about, in order
 * @param subject the Service it is about; empty if it isn't about one
 * @param ready how many of its endpoints are ready
 * @param total how many endpoints it has
 */
record RouteFinding(Code code, List<Other> others, String subject, int ready, int total) {

	RouteFinding {
		others = List.copyOf(others);
	}

	static RouteFinding of(Code code) {
		return new RouteFinding(code, List.of(), "", 0, 0);
	}

	static RouteFinding about(Code code, List<Other> others) {
		return new RouteFinding(code, others, "", 0, 0);
	}

	static RouteFinding about(Code code, String service, int ready, int total) {
		return new RouteFinding(code, List.of(), service, ready, total);
	}

	RouteFinding seenBy(Visibility visibility) {
		return new RouteFinding(this.code, this.others.stream().map((other) -> other.seenBy(visibility)).toList(),
				this.subject, this.ready, this.total);
	}

	/**
	 * Another route.
	 *
	 * @param position its position in the same virtual host, from 1
	 * @param virtualService where it is written; {@code null} if the reader doesn't see
	 * it
	 * @param why why it comes first: {@code older}, {@code same-object} or {@code rank}
	 */
	record Other(int position, @Nullable ObjectName virtualService, String why) {

		Other seenBy(Visibility visibility) {
			boolean seen = this.virtualService != null && visibility.sees(this.virtualService.namespace());
			return seen ? this : new Other(this.position, null, this.why);
		}

	}

	/**
	 * What there is to say.
	 */
	enum Code {

		/** Earlier routes take all of its requests. */
		SHADOWED("bad"),
		/** Earlier routes take some of its requests. */
		PARTLY_SHADOWED("warn"),
		/** It takes requests of later routes. */
		TAKES_FROM("warn"),
		/** No request can match it. */
		NEVER_MATCHES("bad"),
		/** Whether it is reached can't be told. */
		CANT_TELL(""),
		/** The gateway knows no such Service, port or subset: 503. */
		NO_DESTINATION("bad"),
		/** No endpoint of the Service is ready: 503. */
		NO_ENDPOINTS("bad"),
		/** Some endpoints aren't ready. */
		ENDPOINTS_NOT_READY("warn"),
		/** It is tried after all others. */
		CATCH_ALL("");

		private final String tone;

		Code(String tone) {
			this.tone = tone;
		}

		String tone() {
			return this.tone;
		}

		@JsonValue
		String value() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
