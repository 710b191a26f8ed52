package dev.sekisho.routing.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hosts, gateways and visibility of a VirtualService.
 */
final class Hosts {

	private static final String MESH = "mesh";

	private final Defects defects;

	private final Node spec;

	Hosts(Defects defects, Node spec) {
		this.defects = defects;
		this.spec = spec;
	}

	void check(boolean gatewaySemantics) {
		if (isDelegate(this.spec)) {
			delegate();
		}
		new GatewayNames(this.defects).check(this.spec.at("gateways"), gatewaySemantics);
		if (!isBoundToGateway(this.spec)) {
			claims();
		}
		if (hosts()) {
			overlaps();
		}
	}

	static boolean isDelegate(Node spec) {
		Node hosts = spec.at("hosts");
		return !hosts.exists() || (hosts.value() instanceof List<?> list && list.isEmpty());
	}

	/**
	 * Whether a VirtualService is for gateways alone.
	 * @param spec its spec
	 * @return {@code false} if it names no gateway, or the mesh
	 */
	static boolean isBoundToGateway(Node spec) {
		List<Node> gateways = spec.at("gateways").items();
		return !gateways.isEmpty() && gateways.stream().noneMatch((gateway) -> gateway.text().equals(MESH));
	}

	/**
	 * Whether a host covers a name ({@code SubsetOf}).
	 * @param host the host
	 * @param name a name, perhaps with a wildcard
	 * @return {@code true} if all of the name's domains are the host's
	 */
	static boolean covers(String host, String name) {
		if (!host.startsWith("*")) {
			return host.equals(name);
		}
		if (!name.startsWith("*")) {
			return name.endsWith(host.substring(1));
		}
		return name.length() >= host.length() && name.substring(1).endsWith(host.substring(1));
	}

	private void delegate() {
		for (String field : new String[] { "gateways", "tls", "tcp" }) {
			if (this.spec.at(field).isFilled()) {
				this.defects.add(Law.DELEGATE_FIELDS, this.spec.at(field), field);
			}
		}
	}

	private void claims() {
		for (Node entry : this.spec.at("http").items()) {
			for (Node match : entry.at("match").items()) {
				for (String field : new String[] { "headers", "withoutHeaders" }) {
					for (Node.Member header : match.at(field).members()) {
						if (ClaimName.isClaim(header.name())) {
							this.defects.add(Law.CLAIM_WITHOUT_GATEWAY, header.node(), header.name());
						}
					}
				}
			}
		}
	}

	private boolean hosts() {
		boolean toGateway = isBoundToGateway(this.spec);
		boolean serverNames = toGateway && hasServerNames();
		boolean valid = true;
		for (Node host : this.spec.at("hosts").items()) {
			String name = host.text();
			boolean domain = serverNames ? DnsName.isServerName(name) : DnsName.isWildcardDomain(name);
			if (!domain && !IpText.isAddress(name)) {
				this.defects.add(Law.HOST, host, name);
				valid = false;
			}
			else if (!toGateway && name.equals("*")) {
				this.defects.add(Law.MESH_WILDCARD, host);
				valid = false;
			}
		}
		return valid;
	}

	private boolean hasServerNames() {
		return this.spec.at("tls")
			.items()
			.stream()
			.flatMap((entry) -> entry.at("match").items().stream())
			.anyMatch((match) -> match.at("sniHosts").isFilled());
	}

	// Looks up each wildcard that may cover a host: many hosts cost no square of time.
	private void overlaps() {
		Map<String, Integer> counts = new HashMap<>();
		this.spec.at("hosts").items().forEach((host) -> counts.merge(host.text(), 1, Integer::sum));
		for (Node host : this.spec.at("hosts").items()) {
			String cover = cover(host.text(), counts);
			if (!cover.isEmpty()) {
				this.defects.add(Law.OVERLAPPING_HOSTS, host, cover, host.text());
			}
		}
	}

	private static String cover(String host, Map<String, Integer> counts) {
		if (counts.getOrDefault(host, 0) > 1) {
			return host;
		}
		for (int at = host.startsWith("*") ? 2 : 0; at <= host.length(); at++) {
			String wildcard = "*" + host.substring(at);
			if (counts.containsKey(wildcard)) {
				return wildcard;
			}
		}
		return "";
	}

}
