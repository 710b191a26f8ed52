package dev.sekisho.route.web;

import org.springframework.stereotype.Component;

import dev.sekisho.route.Claim;
import dev.sekisho.route.ServiceCatalog;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.StringMatch;

/**
 * Tells a split that somebody meant from a takeover. When the earlier route is the more
 * specific of two, both belong to one namespace or the earlier one stays within the paths
 * its namespace may claim, nobody needs a warning.
 */
@Component
class PathSplit {

	private final ServiceCatalog catalog;

	PathSplit(ServiceCatalog catalog) {
		this.catalog = catalog;
	}

	boolean intended(SharedGateway gateway, Route earlier, Route later) {
		if (later.rank().catchAll()) {
			return true;
		}
		String namespace = earlier.virtualService().namespace();
		return moreSpecific(earlier.match().path(), later.match().path())
				&& (namespace.equals(later.virtualService().namespace())
						|| claimed(gateway, namespace, earlier.match().path().value()));
	}

	private static boolean moreSpecific(StringMatch earlier, StringMatch later) {
		boolean literal = earlier.kind() == StringMatch.Kind.EXACT || earlier.kind() == StringMatch.Kind.PREFIX;
		return literal && later.kind() == StringMatch.Kind.PREFIX && earlier.value().startsWith(later.value());
	}

	private boolean claimed(SharedGateway gateway, String namespace, String path) {
		if (gateway.claims() == null) {
			return true;
		}
		return gateway.claims()
			.stream()
			.filter((claim) -> isFor(claim, namespace))
			.flatMap((claim) -> claim.pathPrefixes(namespace).stream())
			.anyMatch((prefix) -> covers(prefix, path));
	}

	private boolean isFor(Claim claim, String namespace) {
		return claim.namespaces().contains(namespace)
				|| claim.selector() != null && claim.selector().matches(this.catalog.namespaceLabels(namespace));
	}

	private static boolean covers(String prefix, String path) {
		String segment = prefix.endsWith("/") ? prefix : prefix + "/";
		return path.equals(prefix) || path.startsWith(segment);
	}

}
