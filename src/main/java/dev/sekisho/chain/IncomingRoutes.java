package dev.sekisho.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.access.Visibility;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateways;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.RouteAction;
import dev.sekisho.routing.VirtualHost;

/**
 * Follows chains backwards: which routes lead to a Service.
 */
@Component
public class IncomingRoutes {

	private final ChainCaches caches;

	private final SharedGateways gateways;

	private final RouteTables tables;

	private final Rights rights;

	IncomingRoutes(ChainCaches caches, SharedGateways gateways, RouteTables tables, Rights rights) {
		this.caches = caches;
		this.gateways = gateways;
		this.tables = tables;
		this.rights = rights;
	}

	/**
	 * The routes that lead to a Service, as far as the caller may see them.
	 * @param caller who asks
	 * @param service the Service
	 * @return the routes by shared gateway, virtual host and position; empty if there is
	 * no such Service or the caller may not see its namespace
	 */
	public Optional<List<Reached>> of(Caller caller, ObjectKey service) {
		boolean seen = this.gateways.all()
			.stream()
			.anyMatch((gateway) -> this.rights.visibility(caller, gateway.name()).sees(service.namespace()));
		if (!seen || this.caches.services().snapshot().find(service).isEmpty()) {
			return Optional.empty();
		}
		String host = service.name() + "." + service.namespace() + ".svc." + ChainResolver.CLUSTER_DOMAIN;
		List<Reached> found = new ArrayList<>();
		this.gateways.all()
			.forEach((gateway) -> this.tables.find(gateway.name())
				.ifPresent((table) -> collect(table, host, this.rights.visibility(caller, gateway.name()), found)));
		return Optional.of(found);
	}

	private static void collect(LiveTable table, String host, Visibility visibility, List<Reached> found) {
		for (int port : table.table().ports()) {
			for (VirtualHost virtualHost : table.table().virtualHosts(port)) {
				List<Route> routes = virtualHost.routes();
				for (int position = 0; position < routes.size(); position++) {
					Route route = routes.get(position);
					if (visibility.sees(route.virtualService().namespace())) {
						Optional<RouteAction.Destination> to = to(route, host);
						if (to.isPresent()) {
							found
								.add(new Reached(table.gateway().name(),
										new ObjectKey(route.virtualService().namespace(),
												route.virtualService().name()),
										virtualHost.name(), position + 1, routes.size(), route.match().path(),
										to.get().port(), to.get().weight(),
										table.table().reach(port, virtualHost.name(), position).verdict()));
						}
					}
				}
			}
		}
	}

	private static Optional<RouteAction.Destination> to(Route route, String host) {
		return (route.action() instanceof RouteAction.Forward forward)
				? forward.destinations().stream().filter((destination) -> destination.host().equals(host)).findFirst()
				: Optional.empty();
	}

}
