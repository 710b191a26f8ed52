package dev.sekisho.routing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The conditions of a route, all of which must hold.
 *
 * @param path the condition on the path
 * @param ignoreCase whether exact and prefix paths are compared without case
 * @param method the condition on the method, if any
 * @param scheme the condition on the scheme, if any
 * @param authority the condition on the Host header as sent, if any
 * @param headers conditions on headers, by name
 * @param withoutHeaders conditions that must not hold
 * @param queryParams conditions on query parameters, by name
 */
public record RouteMatch(StringMatch path, boolean ignoreCase, @Nullable StringMatch method,
		@Nullable StringMatch scheme, @Nullable StringMatch authority, List<Condition> headers,
		List<Condition> withoutHeaders, List<Condition> queryParams) {

	public RouteMatch {
		headers = List.copyOf(headers);
		withoutHeaders = List.copyOf(withoutHeaders);
		queryParams = List.copyOf(queryParams);
	}

	/**
	 * A condition on a named value.
	 *
	 * @param name the name of the header (in lower case) or query parameter
	 * @param value the condition on its value
	 */
	public record Condition(String name, StringMatch value) {

	}

}
