package dev.sekisho.change.web;

import java.util.List;

import dev.sekisho.change.RouteForm.PathCondition;
import dev.sekisho.route.Claim;
import dev.sekisho.route.LabelSelector;
import dev.sekisho.route.ServiceCatalog;
import dev.sekisho.route.SharedGateway;

/**
 * What a namespace may use on a shared gateway, as its claims say. The check decides;
 * this only offers and explains.
 *
 * @param open whether any namespace may use what nobody else has
 * @param claims the namespace's claims
 * @param namespace the namespace
 */
record ClaimState(boolean open, List<Claim> claims, String namespace) {

	static ClaimState of(SharedGateway gateway, String namespace, ServiceCatalog catalog) {
		List<Claim> all = gateway.claims();
		if (all == null) {
			return new ClaimState(true, List.of(), namespace);
		}
		return new ClaimState(false, all.stream().filter((claim) -> holds(claim, namespace, catalog)).toList(),
				namespace);
	}

	private static boolean holds(Claim claim, String namespace, ServiceCatalog catalog) {
		LabelSelector selector = claim.selector();
		return (selector != null) ? selector.matches(catalog.namespaceLabels(namespace))
				: claim.namespaces().contains(namespace);
	}

	boolean host(String host) {
		return this.claims.stream().anyMatch((claim) -> claim.hosts().contains(host));
	}

	boolean path(PathCondition path) {
		return prefixes().stream().anyMatch((prefix) -> covers(prefix, path));
	}

	/**
	 * The path prefixes that the namespace may use.
	 * @return the prefixes, without repetition
	 */
	List<String> prefixes() {
		return this.claims.stream().flatMap((claim) -> claim.pathPrefixes(this.namespace).stream()).distinct().toList();
	}

	/**
	 * The hosts that the namespace may use.
	 * @return the hosts, without repetition
	 */
	List<String> hosts() {
		return this.claims.stream().flatMap((claim) -> claim.hosts().stream()).distinct().toList();
	}

	private static boolean covers(String prefix, PathCondition path) {
		String base = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
		boolean plain = !path.type().equals("regex") && !path.ignoreCase();
		boolean border = path.value().equals(base) && !path.type().equals("prefix");
		return plain && (border || path.value().startsWith(base + "/"));
	}

}
