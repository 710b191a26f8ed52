package dev.sekisho.route.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.RouteMatch;
import dev.sekisho.routing.StringMatch;

/**
 * The conditions of a route, as pages and scripts show them.
 *
 * @param path the condition on the path
 * @param method the condition on the method, if any
 * @param scheme the condition on the scheme, if any
 * @param authority the condition on the Host header, if any
 * @param headers conditions on headers
 * @param withoutHeaders conditions that must not hold
 * @param queryParams conditions on query parameters
 */
record MatchView(Condition path, @Nullable Condition method, @Nullable Condition scheme, @Nullable Condition authority,
		List<Condition> headers, List<Condition> withoutHeaders, List<Condition> queryParams) {

	static MatchView of(RouteMatch match) {
		return new MatchView(Condition.of("", match.path(), match.ignoreCase()), optional(match.method()),
				optional(match.scheme()), optional(match.authority()), named(match.headers()),
				named(match.withoutHeaders()), named(match.queryParams()));
	}

	private static @Nullable Condition optional(@Nullable StringMatch match) {
		return (match != null) ? Condition.of("", match, false) : null;
	}

	private static List<Condition> named(List<RouteMatch.Condition> conditions) {
		return conditions.stream().map((one) -> Condition.of(one.name(), one.value(), false)).toList();
	}

	/**
	 * A condition.
	 *
	 * @param name the header or query parameter; empty for the others
	 * @param type {@code exact}, {@code prefix}, {@code regex} or {@code present}
	 * @param value what is compared with
	 * @param ignoreCase whether letter case doesn't matter
	 */
	record Condition(String name, String type, String value, boolean ignoreCase) {

		static Condition of(String name, StringMatch match, boolean ignoreCase) {
			return new Condition(name, match.kind().name().toLowerCase(Locale.ROOT), match.value(), ignoreCase);
		}

	}

}
