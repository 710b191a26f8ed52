package dev.sekisho.change;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The form with which a team describes a route. Holds what was typed, also when it is
 * wrong; {@link #problems()} says what is. A pure function makes the VirtualService of it
 * ({@link RouteForms}).
 *
 * @param namespace the team's namespace
 * @param name the name of the VirtualService
 * @param hosts the hosts; {@code *} for any
 * @param matches when the route answers, one of them must hold; none = always
 * @param destinations where it sends requests
 * @param rewrite how the path is changed on the way, if at all
 * @param timeout such as {@code 10s}; empty for none
 * @param retries when a request is sent again, if it shall be
 * @param redirect the redirect to answer with, instead of destinations
 */
public record RouteForm(String namespace, String name, List<String> hosts, List<Match> matches,
		List<Destination> destinations, @Nullable Rewrite rewrite, String timeout, @Nullable Retries retries,
		@Nullable Redirect redirect) {

	// Spring binds what is absent as null.
	public RouteForm {
		namespace = text(namespace);
		name = text(name);
		hosts = list(hosts);
		matches = list(matches);
		destinations = list(destinations);
		timeout = text(timeout);
	}

	/**
	 * What is wrong with what was typed.
	 * @return the problems, by the fields' paths
	 */
	public List<InputProblem> problems() {
		return new FormRules(this).problems();
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	private static <T> List<T> list(@Nullable List<T> list) {
		return (list != null) ? list.stream().filter(Objects::nonNull).toList() : List.of();
	}

	/**
	 * Conditions that must all hold.
	 *
	 * @param path the path; {@code null} for any
	 * @param methods the methods; none = any
	 * @param headers the headers
	 * @param queryParams the query parameters
	 */
	public record Match(@Nullable PathCondition path, List<String> methods, List<NamedCondition> headers,
			List<NamedCondition> queryParams) {

		public Match {
			methods = list(methods);
			headers = list(headers);
			queryParams = list(queryParams);
		}

	}

	/**
	 * A condition on the path.
	 *
	 * @param type {@code exactAndBelow} (the path and everything below it, by segment),
	 * {@code exact}, {@code prefix} or {@code regex}
	 * @param value the path, prefix or pattern
	 * @param ignoreCase whether upper and lower case are the same
	 */
	public record PathCondition(String type, String value, boolean ignoreCase) {

		/** The path itself and everything below it. */
		public static final String EXACT_AND_BELOW = "exactAndBelow";

		public PathCondition {
			type = text(type).isEmpty() ? EXACT_AND_BELOW : text(type);
			value = text(value);
		}

	}

	/**
	 * A condition on a header or query parameter.
	 *
	 * @param name its name
	 * @param type {@code exact}, {@code prefix}, {@code regex} or {@code present}
	 * @param value the value to compare with; empty for {@code present}
	 */
	public record NamedCondition(String name, String type, String value) {

		public NamedCondition {
			name = text(name);
			type = text(type).isEmpty() ? "exact" : text(type);
			value = text(value);
		}

	}

	/**
	 * Where requests go.
	 *
	 * @param service the Service in the same namespace, or a host name with dots
	 * @param port its port's number
	 * @param subset the subset; empty for none
	 * @param weight the share of requests in percent; empty = equal to all of them when
	 * it is the only one
	 */
	public record Destination(String service, String port, String subset, String weight) {

		public Destination {
			service = text(service);
			port = text(port);
			subset = text(subset);
			weight = text(weight);
		}

	}

	/**
	 * A rewrite.
	 *
	 * @param uri what replaces the matched path or prefix
	 */
	public record Rewrite(String uri) {

		public Rewrite {
			uri = text(uri);
		}

	}

	/**
	 * Retries.
	 *
	 * @param attempts how often at most
	 * @param perTryTimeout the time for one attempt; empty for the route's timeout
	 */
	public record Retries(String attempts, String perTryTimeout) {

		public Retries {
			attempts = text(attempts);
			perTryTimeout = text(perTryTimeout);
		}

	}

	/**
	 * A redirect.
	 *
	 * @param uri the new path; empty to keep it
	 * @param authority the new host; empty to keep it
	 * @param scheme the new scheme; empty to keep it
	 * @param code the status; empty for 301
	 */
	public record Redirect(String uri, String authority, String scheme, String code) {

		public Redirect {
			uri = text(uri);
			authority = text(authority);
			scheme = text(scheme);
			code = text(code);
		}

		boolean empty() {
			return this.uri.isEmpty() && this.authority.isEmpty() && this.scheme.isEmpty() && this.code.isEmpty();
		}

	}

}
