package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.sekisho.routing.Listeners.BoundServer;
import dev.sekisho.routing.PortTable.CompiledHost;

/**
 * Merges the VirtualServices bound to the servers of one port
 * ({@code buildGatewayHTTPRouteConfig}).
 */
final class TableBuilder {

	private final GatewayPods pods;

	private final Translator translator;

	private final Map<String, List<VirtualServiceConfig>> byGateway;

	/**
	 * Prepares the merge.
	 * @param pods the gateway pods
	 * @param translator translates to routes
	 * @param virtualServices the VirtualServices in Istio's order, with delegates put in
	 */
	TableBuilder(GatewayPods pods, Translator translator, Collection<VirtualServiceConfig> virtualServices) {
		this.pods = pods;
		this.translator = translator;
		this.byGateway = byGateway(virtualServices);
	}

	PortTable build(List<BoundServer> servers) {
		Map<String, HostBuilder> hosts = new LinkedHashMap<>();
		Map<String, List<CompiledRoute>> routesOfGateway = new HashMap<>();
		for (BoundServer bound : servers) {
			for (VirtualServiceConfig virtualService : this.byGateway.getOrDefault(bound.gateway(), List.of())) {
				add(hosts, routesOfGateway, bound, virtualService);
			}
			if (bound.server().httpsRedirect()) {
				requireTls(hosts, bound);
			}
		}
		if (hosts.isEmpty()) {
			int port = servers.get(0).server().port();
			return new PortTable(List
				.of(new CompiledHost(new VirtualHost("blackhole:" + port, List.of("*"), false, List.of()), List.of())));
		}
		return new PortTable(collapse(sorted(hosts)).stream().map(HostBuilder::build).toList());
	}

	private void add(Map<String, HostBuilder> hosts, Map<String, List<CompiledRoute>> routesOfGateway,
			BoundServer bound, VirtualServiceConfig virtualService) {
		String namespace = virtualService.name().namespace();
		List<String> common = HostName.intersection(bound.server().hostsFor(namespace), virtualService.hosts());
		if (common.isEmpty()) {
			return;
		}
		List<CompiledRoute> routes = routesOfGateway.computeIfAbsent(bound.gateway() + " " + virtualService.name(),
				(key) -> this.translator.routes(virtualService, bound.gateway(), bound.server().port()));
		if (routes.isEmpty()) {
			routesOfGateway.remove(bound.gateway() + " " + virtualService.name());
			return;
		}
		for (String name : common) {
			String host = HostName.lowerCase(name);
			HostBuilder builder = hosts.computeIfAbsent(host, (key) -> new HostBuilder(key, bound.server().port()));
			builder.routes.addAll(routes);
			builder.tls |= bound.server().httpsRedirect();
		}
	}

	private static void requireTls(Map<String, HostBuilder> hosts, BoundServer bound) {
		for (String name : bound.server().hosts()) {
			hosts.computeIfAbsent(HostName.lowerCase(name),
					(key) -> new HostBuilder(key, bound.server().port())).tls = true;
		}
	}

	private static Collection<HostBuilder> sorted(Map<String, HostBuilder> hosts) {
		TreeMap<String, HostBuilder> sorted = new TreeMap<>(HostName.SPECIFIC_FIRST);
		sorted.putAll(hosts);
		return sorted.values();
	}

	// Virtual hosts with the very same routes become one (collapseDuplicateRoutes).
	private static List<HostBuilder> collapse(Collection<HostBuilder> sorted) {
		Map<List<CompiledRoute>, HostBuilder> known = new HashMap<>();
		List<HostBuilder> collapsed = new ArrayList<>();
		for (HostBuilder host : sorted) {
			HostBuilder same = known.get(host.routes);
			if (same != null && same.tls == host.tls) {
				same.domains.addAll(host.domains);
			}
			else {
				known.put(host.routes, host);
				collapsed.add(host);
			}
		}
		return collapsed;
	}

	// Sorts the VirtualServices into buckets per gateway, in istiod's order.
	private Map<String, List<VirtualServiceConfig>> byGateway(Collection<VirtualServiceConfig> virtualServices) {
		Map<String, List<VirtualServiceConfig>> ordered = new HashMap<>();
		for (Rank.Bucket bucket : Rank.Bucket.values()) {
			for (boolean preferred : new boolean[] { true, false }) {
				for (VirtualServiceConfig virtualService : virtualServices) {
					if (virtualService.bucketFor(this.pods.namespace()) == bucket
							&& isPreferred(virtualService, bucket) == preferred) {
						virtualService.gateways()
							.forEach((gateway) -> ordered.computeIfAbsent(gateway, (key) -> new ArrayList<>())
								.add(virtualService));
					}
				}
			}
		}
		return ordered;
	}

	private boolean isPreferred(VirtualServiceConfig virtualService, Rank.Bucket bucket) {
		return bucket == Rank.Bucket.PUBLIC && virtualService.hasGatewaySemantics()
				&& virtualService.name().namespace().equals(this.pods.namespace());
	}

	/**
	 * A virtual host in the making.
	 */
	private static final class HostBuilder {

		private final String name;

		private final List<String> domains = new ArrayList<>(1);

		private final List<CompiledRoute> routes = new ArrayList<>();

		private boolean tls;

		HostBuilder(String host, int port) {
			this.name = host + ":" + port;
			this.domains.add(host);
		}

		CompiledHost build() {
			List<CompiledRoute> ordered = new ArrayList<>(this.routes.size());
			this.routes.stream().filter((route) -> !route.condition().isCatchAll()).forEach(ordered::add);
			this.routes.stream().filter((route) -> route.condition().isCatchAll()).forEach(ordered::add);
			List<Route> routes = ordered.stream().map(CompiledRoute::route).toList();
			return new CompiledHost(new VirtualHost(this.name, this.domains, this.tls, routes), ordered);
		}

	}

}
