package dev.sekisho.route.web;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.ObjectName;

/**
 * Something to be said about a route.
 *
 * @param code what
 * @param severity how much it matters: {@code bad}, {@code warn} or {@code info}
 * @param others the routes it is about, in order
 * @param subject the Service it is about; empty if it isn't about one
 * @param ready how many of its endpoints are ready
 * @param total how many endpoints it has
 * @param witness a request that proves it; {@code null} if there is none
 */
record RouteFinding(Code code, String severity, List<Other> others, String subject, int ready, int total,
		@Nullable Witness witness) {

	RouteFinding {
		others = List.copyOf(others);
	}

	static RouteFinding of(Code code) {
		return new RouteFinding(code, code.severity(), List.of(), "", 0, 0, null);
	}

	static RouteFinding about(Code code, List<Other> others, @Nullable HttpRequest witness) {
		boolean harmless = code.dependsOnOthers() && others.stream().allMatch(Other::intended);
		return new RouteFinding(code, harmless ? "info" : code.severity(), others, "", 0, 0,
				(witness != null) ? Witness.of(witness) : null);
	}

	static RouteFinding about(Code code, String service, int ready, int total) {
		return new RouteFinding(code, code.severity(), List.of(), service, ready, total, null);
	}

	/**
	 * Whether there is something to be done.
	 * @return {@code true} unless it is only good to know
	 */
	@JsonIgnore
	boolean isWarning() {
		return !this.severity.equals("info");
	}

	RouteFinding seenBy(Reader reader) {
		return new RouteFinding(this.code, this.severity,
				this.others.stream().map((other) -> other.seenBy(reader)).toList(), this.subject, this.ready,
				this.total, this.witness);
	}

	/**
	 * Another route.
	 *
	 * @param position its position in the same virtual host, from 1
	 * @param virtualService where it is written; {@code null} if the reader doesn't see
	 * it
	 * @param why why it comes first or last: {@code older}, {@code same-object} or
	 * {@code rank}
	 * @param intended whether it is the more specific one and within its namespace's own
	 * paths, as when a team splits a path
	 */
	record Other(int position, @Nullable ObjectName virtualService, String why, @JsonIgnore boolean intended) {

		Other seenBy(Reader reader) {
			boolean seen = this.virtualService != null && reader.sees(this.virtualService.namespace());
			return seen ? this : new Other(this.position, null, this.why, this.intended);
		}

	}

	/**
	 * A request that proves a finding.
	 *
	 * @param method the method
	 * @param host the Host header
	 * @param target path and query
	 * @param headers the other headers, as {@code name: value}
	 */
	record Witness(String method, String host, String target, List<String> headers) {

		static Witness of(HttpRequest request) {
			return new Witness(request.method(), request.host(), request.target(),
					request.headers().stream().map((line) -> line.name() + ": " + line.value()).toList());
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
		CANT_TELL("info"),
		/** The gateway knows no such Service, port or subset: 503. */
		NO_DESTINATION("bad"),
		/** No endpoint of the Service is ready: 503. */
		NO_ENDPOINTS("bad"),
		/** Some endpoints aren't ready. */
		ENDPOINTS_NOT_READY("warn"),
		/** It is tried after all others. */
		CATCH_ALL("info"),
		/** Many routes are tried before. */
		TRIED_LATE("info");

		private final String severity;

		Code(String severity) {
			this.severity = severity;
		}

		String severity() {
			return this.severity;
		}

		boolean dependsOnOthers() {
			return this == PARTLY_SHADOWED || this == TAKES_FROM;
		}

		@JsonValue
		String value() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
