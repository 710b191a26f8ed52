package dev.sekisho.routing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a route does with a request.
 */
public sealed interface RouteAction {

	/**
	 * Sends the request to a destination.
	 *
	 * @param destinations the destinations with weight above 0
	 * @param rewrite how path and authority are changed on the way, if at all
	 * @param timeout the timeout as written, {@code null} if there is none
	 * @param retries attempts after the first, -1 for the mesh's default
	 * @param mirrors clusters that get a copy
	 * @param effects other effects that change what the client or the destination sees:
	 * faults, CORS, header operations
	 */
	record Forward(List<Destination> destinations, @Nullable Rewrite rewrite, @Nullable String timeout, int retries,
			List<Destination> mirrors, List<String> effects) implements RouteAction {

		public Forward {
			destinations = List.copyOf(destinations);
			mirrors = List.copyOf(mirrors);
			effects = List.copyOf(effects);
		}

	}

	/**
	 * Answers with a redirect.
	 *
	 * @param code the status, such as 301
	 * @param uri replaces the path, if given
	 * @param prefixRewrite replaces the matched prefix, if given
	 * @param authority replaces the authority, if given
	 * @param scheme replaces the scheme, if given
	 * @param port replaces the port, if given
	 */
	record Redirect(int code, @Nullable String uri, @Nullable String prefixRewrite, @Nullable String authority,
			@Nullable String scheme, @Nullable Integer port) implements RouteAction {

	}

	/**
	 * Answers by itself.
	 *
	 * @param status the status
	 */
	record DirectResponse(int status) implements RouteAction {

	}

	/**
	 * One destination.
	 *
	 * @param host the host name after istiod resolved short names
	 * @param port the port, after istiod filled it in
	 * @param subset the subset, or empty
	 * @param weight the weight, relative to the others
	 * @param cluster the name of Envoy's cluster
	 * @param exists whether istiod has that cluster; a request to a missing one gets 503
	 */
	record Destination(String host, int port, String subset, long weight, String cluster, boolean exists) {

	}

	/**
	 * A rewrite.
	 *
	 * @param uri replaces the matched path, if given
	 * @param regex the pattern of a regex rewrite, if given
	 * @param substitution its substitution, if given
	 * @param authority replaces the authority, if given
	 */
	record Rewrite(@Nullable String uri, @Nullable String regex, @Nullable String substitution,
			@Nullable String authority) {

	}

}
