package dev.sekisho.routing.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.sekisho.routing.RoutePlace;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.manifest.HostName;
import dev.sekisho.routing.manifest.ServerKey;
import dev.sekisho.routing.manifest.VirtualServiceConfig;
import dev.sekisho.routing.table.Listeners.BoundServer;
import dev.sekisho.routing.table.PortTable.CompiledHost;

/**
 * Merges the VirtualServices bound to the servers of one port
 * ({@code buildGatewayHTTPRouteConfig}).
 */
final class TableBuilder {

	private final Translator translator;

	private final List<BoundServer> servers;

	/**
	 * Prepares the merge.
	 * @param translator translates to routes
	 * @param servers the servers of the port, in the order in which they're merged
	 */
	TableBuilder(Translator translator, List<BoundServer> servers) {
		this.translator = translator;
		this.servers = servers;
	}

	/**
	 * Builds the table.
	 * @param virtualServices the VirtualServices, with delegates put in
	 * @return the table
	 */
	PortTable build(Collection<VirtualServiceConfig> virtualServices) {
		Map<String, Map<Integer, List<CompiledRoute>>> routes = new HashMap<>();
		for (VirtualServiceConfig virtualService : virtualServices) {
			for (Contribution contribution : contributions(virtualService)) {
				routes.computeIfAbsent(contribution.domain(), (domain) -> new TreeMap<>())
					.computeIfAbsent(contribution.server(), (server) -> new ArrayList<>())
					.addAll(contribution.routes());
			}
		}
		Map<String, DomainRoutes> domains = new HashMap<>();
		routes.forEach((domain, byServer) -> {
			DomainRoutes merged = empty(domain);
			for (Map.Entry<Integer, List<CompiledRoute>> part : byServer.entrySet()) {
				merged = merged.with(part.getKey(), RouteSequence.of(part.getValue()));
			}
			domains.put(domain, merged);
		});
		redirecting().forEach((domain) -> domains.computeIfAbsent(domain, this::empty));
		return new PortTable(domains, this.servers.get(0).server().port());
	}

	/**
	 * The table after some VirtualServices changed.
	 * @param table the table
	 * @param gone the VirtualServices as they were
	 * @param come the VirtualServices as they are
	 * @return the table with what they contribute exchanged
	 */
	PortTable update(PortTable table, Collection<VirtualServiceConfig> gone, Collection<VirtualServiceConfig> come) {
		List<Contribution> lost = gone.stream().flatMap((old) -> contributions(old).stream()).toList();
		List<Contribution> won = come.stream().flatMap((fresh) -> contributions(fresh).stream()).toList();
		if (lost.isEmpty() && won.isEmpty()) {
			return table;
		}
		Map<String, DomainRoutes> domains = new HashMap<>(table.byDomain());
		Set<String> changed = new TreeSet<>();
		lost.forEach((contribution) -> changed.add(contribution.domain()));
		won.forEach((contribution) -> changed.add(contribution.domain()));
		Set<String> kept = redirecting();
		for (String domain : changed) {
			DomainRoutes updated = domains.getOrDefault(domain, empty(domain)).with(of(lost, domain), of(won, domain));
			if (updated.isEmpty() && !kept.contains(domain)) {
				domains.remove(domain);
			}
			else {
				domains.put(domain, updated);
			}
		}
		return new PortTable(domains, this.servers.get(0).server().port());
	}

	/**
	 * Where the routes of one VirtualService stand.
	 * @param port the port
	 * @param table its table
	 * @param virtualService the VirtualService, with delegates put in
	 * @return the places, each once
	 */
	Collection<RoutePlace> places(int port, PortTable table, VirtualServiceConfig virtualService) {
		Map<List<Object>, RoutePlace> places = new LinkedHashMap<>();
		for (Contribution contribution : contributions(virtualService)) {
			CompiledHost host = table.ofDomain(contribution.domain());
			if (host != null) {
				contribution.routes()
					.forEach((route) -> host.routes()
						.positions(route)
						.forEach((position) -> places.put(List.of(host.virtualHost().name(), position),
								new RoutePlace(port, host.virtualHost(), position, route.route()))));
			}
		}
		return places.values();
	}

	private DomainRoutes empty(String domain) {
		return new DomainRoutes(domain, this.servers);
	}

	private Set<String> redirecting() {
		Set<String> domains = new HashSet<>();
		for (BoundServer bound : this.servers) {
			if (bound.server().httpsRedirect()) {
				bound.server().hosts().forEach((host) -> domains.add(HostName.lowerCase(host)));
			}
		}
		return domains;
	}

	private static List<Contribution> of(List<Contribution> contributions, String domain) {
		return contributions.stream().filter((contribution) -> contribution.domain().equals(domain)).toList();
	}

	// What a VirtualService was translated to for the first server of a gateway is used
	// for its other servers on the port too.
	private List<Contribution> contributions(VirtualServiceConfig virtualService) {
		List<Contribution> contributions = new ArrayList<>(1);
		Map<String, List<CompiledRoute>> known = new HashMap<>();
		for (int i = 0; i < this.servers.size(); i++) {
			BoundServer bound = this.servers.get(i);
			if (!virtualService.gateways().contains(bound.gateway())) {
				continue;
			}
			List<String> common = HostName.intersection(bound.server().hostsFor(virtualService.name().namespace()),
					virtualService.hosts());
			if (common.isEmpty()) {
				continue;
			}
			List<CompiledRoute> routes = known.get(bound.gateway());
			if (routes == null) {
				routes = this.translator.routes(virtualService,
						new ServerKey(bound.gateway(), bound.server().port(), bound.server().tls()));
				if (routes.isEmpty()) {
					continue;
				}
				known.put(bound.gateway(), routes);
			}
			for (String host : common) {
				contributions.add(new Contribution(i, HostName.lowerCase(host), routes));
			}
		}
		return contributions;
	}

	/**
	 * What a VirtualService gives a virtual host by way of one server.
	 *
	 * @param server the server's index
	 * @param domain the virtual host's domain
	 * @param routes the routes
	 */
	record Contribution(int server, String domain, List<CompiledRoute> routes) {

	}

}
