package dev.sekisho.routing.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.sekisho.routing.GatewayPods;
import dev.sekisho.routing.manifest.GatewayConfig;
import dev.sekisho.routing.manifest.Metadata;
import dev.sekisho.routing.manifest.ServiceDirectory;

/**
 * Merges the servers of all Gateways that apply to the pods into listening ports
 * ({@code mergeGateways}). Plain HTTP servers on one port share one route table.
 */
final class Listeners {

	private final Map<Integer, List<BoundServer>> http = new TreeMap<>();

	private final Set<Integer> others = new HashSet<>();

	private final Map<Integer, Claim> claims = new HashMap<>();

	private final Set<String> tlsHosts = new HashSet<>();

	Listeners(GatewayPods pods, Collection<GatewayConfig> gateways, ServiceDirectory directory) {
		gateways.stream()
			.filter((gateway) -> gateway.selects(pods))
			.sorted(Comparator.comparing(GatewayConfig::metadata, Metadata.ORDER))
			.forEach((gateway) -> gateway.servers()
				.forEach((server) -> add(gateway, server, directory.listeningPort(server.port()))));
	}

	/**
	 * The servers per port of the pods, in the order in which they are merged.
	 * @return the plain HTTP servers
	 */
	Map<Integer, List<BoundServer>> http() {
		return this.http;
	}

	/**
	 * The ports that are served in a way that isn't modelled, such as TLS.
	 * @return port numbers
	 */
	Set<Integer> others() {
		return this.others;
	}

	private void add(GatewayConfig gateway, GatewayConfig.Server server, int port) {
		if (server.tls() && !claimHosts(server, port)) {
			return;
		}
		Claim claim = this.claims.putIfAbsent(port, new Claim(server.isHttp(), server.bind()));
		if (!server.isHttp() || !server.bind().isEmpty()) {
			this.others.add(port);
			return;
		}
		if (claim != null && !claim.http() && claim.bind().equals(server.bind())) {
			return;
		}
		this.http.computeIfAbsent(port, (any) -> new ArrayList<>())
			.add(new BoundServer(gateway.metadata().name().toString(), server));
	}

	private boolean claimHosts(GatewayConfig.Server server, int port) {
		List<String> claimed = server.hosts().stream().map((host) -> port + " " + server.bind() + " " + host).toList();
		if (claimed.stream().anyMatch(this.tlsHosts::contains)) {
			return false;
		}
		this.tlsHosts.addAll(claimed);
		return true;
	}

	/**
	 * The server that came first on a port.
	 *
	 * @param http whether it's plain HTTP
	 * @param bind its address
	 */
	private record Claim(boolean http, String bind) {

	}

	/**
	 * A server with its Gateway.
	 *
	 * @param gateway the Gateway's name, as {@code namespace/name}
	 * @param server the server
	 */
	record BoundServer(String gateway, GatewayConfig.Server server) {

	}

}
