package dev.sekisho.routing;

import java.util.Collections;
import java.util.List;

/**
 * Envoy's group of routes for one or more domains. A request is answered by exactly one
 * virtual host; when none of its routes matches the answer is 404, whatever a wider
 * virtual host holds.
 *
 * @param name the name istiod gives it, such as {@code *:80}
 * @param domains the domains in lower case: exact, {@code *.example.com} or {@code *}
 * @param tlsRequired whether every request in plain HTTP is redirected to HTTPS
 * @param routes the routes in the order tried
 */
public record VirtualHost(String name, List<String> domains, boolean tlsRequired, List<Route> routes) {

	public VirtualHost {
		domains = List.copyOf(domains);
		routes = Collections.unmodifiableList(routes);
	}

}
