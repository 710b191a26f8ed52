package dev.sekisho.routing.validation;

/**
 * Entries of {@code spec.tls} and {@code spec.tcp} ({@code validateTLSRoute},
 * {@code validateTCPRoute}).
 */
final class StreamChecks {

	private final Defects defects;

	private final SharedChecks shared;

	private final Node spec;

	private final boolean gatewaySemantics;

	StreamChecks(Defects defects, Node spec, boolean gatewaySemantics) {
		this.defects = defects;
		this.shared = new SharedChecks(defects);
		this.spec = spec;
		this.gatewaySemantics = gatewaySemantics;
	}

	void check() {
		for (Node entry : this.spec.at("tls").items()) {
			if (!entry.at("match").isFilled()) {
				this.defects.add(Law.TLS_MATCH, entry.at("match"));
			}
			entry.at("match").items().forEach(this::tlsMatch);
			route(entry.at("route"));
		}
		for (Node entry : this.spec.at("tcp").items()) {
			entry.at("match").items().forEach(this::source);
			route(entry.at("route"));
		}
	}

	private void tlsMatch(Node match) {
		if (!match.at("sniHosts").isFilled()) {
			this.defects.add(Law.TLS_MATCH, match.at("sniHosts"));
		}
		match.at("sniHosts").items().forEach(this::serverName);
		source(match);
	}

	private void serverName(Node node) {
		String name = node.text();
		boolean valid = Hosts.isBoundToGateway(this.spec) ? DnsName.isServerName(name) : DnsName.isWildcardDomain(name);
		if (!valid) {
			boolean address = IpText.isAddress(name);
			this.defects.add(address ? Law.SNI_ADDRESS : Law.SNI_HOST, node, name);
		}
		else if (this.spec.at("hosts").items().stream().noneMatch((host) -> Hosts.covers(host.text(), name))) {
			this.defects.add(Law.SNI_HOST_UNCOVERED, node, name);
		}
	}

	private void source(Node match) {
		for (Node subnet : match.at("destinationSubnets").items()) {
			if (!IpText.isSubnet(subnet.text())) {
				this.defects.add(Law.SUBNET, subnet, subnet.text());
			}
		}
		this.shared.optionalPort(match.at("port"));
		this.shared.labels(match.at("sourceLabels"));
		// In tls entries istiod keeps the warning.
		GatewayNames gateways = new GatewayNames(this.defects);
		if (match.path().startsWith("/spec/tls/")) {
			gateways.check(match.at("gateways"), false);
		}
		else {
			gateways.checkQuietly(match.at("gateways"));
		}
	}

	private void route(Node route) {
		if (!route.isFilled()) {
			this.defects.add(Law.NO_DESTINATION, route);
		}
		if (!this.gatewaySemantics) {
			route.items().forEach((item) -> this.shared.destination(item.at("destination")));
		}
		this.shared.weights(route);
	}

}
