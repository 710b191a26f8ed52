package dev.sekisho.route.web;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.ServiceCatalog;
import dev.sekisho.route.ServiceEntryPoint;
import dev.sekisho.routing.RouteAction;

/**
 * Tells whether something answers at the destinations of a route.
 */
@Component
class DestinationStates {

	private final ServiceCatalog catalog;

	DestinationStates(ServiceCatalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * How the destinations fare.
	 * @param forward what a route does
	 * @param findings gets what is to be said about them
	 * @return live, degraded, down or unknown
	 */
	RouteState of(RouteAction.Forward forward, List<RouteFinding> findings) {
		int answering = 0;
		int complete = 0;
		int unknown = 0;
		for (RouteAction.Destination destination : forward.destinations()) {
			RouteState state = of(destination, findings);
			answering += (state == RouteState.LIVE || state == RouteState.DEGRADED) ? 1 : 0;
			complete += (state == RouteState.LIVE) ? 1 : 0;
			unknown += (state == RouteState.UNKNOWN) ? 1 : 0;
		}
		if (complete == forward.destinations().size()) {
			return RouteState.LIVE;
		}
		if (unknown > 0) {
			return RouteState.UNKNOWN;
		}
		return (answering > 0) ? RouteState.DEGRADED : RouteState.DOWN;
	}

	private RouteState of(RouteAction.Destination destination, List<RouteFinding> findings) {
		if (!destination.exists()) {
			findings.add(RouteFinding.about(RouteFinding.Code.NO_DESTINATION, named(destination), 0, 0));
			return RouteState.DOWN;
		}
		Optional<ServiceEntryPoint> service = service(destination.host()).flatMap(this.catalog::service);
		if (service.isEmpty() || !this.catalog.endpointsKnown()) {
			return RouteState.UNKNOWN;
		}
		return endpoints(service.get(), findings);
	}

	private static RouteState endpoints(ServiceEntryPoint service, List<RouteFinding> findings) {
		String name = service.namespace() + "/" + service.name();
		if (service.ready() == 0) {
			findings.add(RouteFinding.about(RouteFinding.Code.NO_ENDPOINTS, name, 0, service.total()));
			return RouteState.DOWN;
		}
		if (service.ready() < service.total()) {
			findings
				.add(RouteFinding.about(RouteFinding.Code.ENDPOINTS_NOT_READY, name, service.ready(), service.total()));
			return RouteState.DEGRADED;
		}
		return RouteState.LIVE;
	}

	private static String named(RouteAction.Destination destination) {
		String host = service(destination.host()).map(ObjectKey::toString).orElse(destination.host());
		String subset = destination.subset().isEmpty() ? "" : " (" + destination.subset() + ")";
		return host + ":" + destination.port() + subset;
	}

	/**
	 * The Service behind the name that istiod made of a destination.
	 * @param host a name such as {@code orders.orders.svc.cluster.local}
	 * @return namespace and name; empty if it isn't a Service's name
	 */
	private static Optional<ObjectKey> service(String host) {
		String[] labels = host.split("\\.", 4);
		if (labels.length == 4 && labels[2].equals("svc")) {
			return Optional.of(new ObjectKey(labels[1], labels[0]));
		}
		return Optional.empty();
	}

}
