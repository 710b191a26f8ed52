package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.ServiceCatalog;
import dev.sekisho.route.ServiceEntryPoint;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.RouteAction;

/**
 * Tells how routes fare: whether requests get to them, and whether something answers
 * there. What the table alone decides is worked out once for each table.
 */
@Component
class RouteConditions {

	private final ServiceCatalog catalog;

	private final Map<String, Reaches> reaches = new ConcurrentHashMap<>();

	RouteConditions(ServiceCatalog catalog) {
		this.catalog = catalog;
	}

	RouteCondition of(LiveTable table, ListedRoute listed) {
		List<RouteFinding> findings = new ArrayList<>();
		Reach reach = reaches(table).of(table, listed);
		RouteState state = add(reach, listed, findings);
		if (listed.route().action() instanceof RouteAction.Forward forward) {
			RouteState answering = destinations(forward, findings);
			state = (state == RouteState.LIVE) ? answering : state;
		}
		if (listed.route().rank().catchAll()) {
			findings.add(RouteFinding.of(RouteFinding.Code.CATCH_ALL));
		}
		return new RouteCondition(state, findings);
	}

	private Reaches reaches(LiveTable table) {
		return this.reaches.compute(table.gateway().name(), (name, known) -> {
			boolean current = known != null && known.version() == table.version();
			return current ? known : new Reaches(table.version(), new ConcurrentHashMap<>());
		});
	}

	private static RouteState add(Reach reach, ListedRoute listed, List<RouteFinding> findings) {
		switch (reach.verdict()) {
			case SHADOWED -> findings.add(RouteFinding.about(RouteFinding.Code.SHADOWED, others(reach, listed)));
			case PARTLY_SHADOWED ->
				findings.add(RouteFinding.about(RouteFinding.Code.PARTLY_SHADOWED, others(reach, listed)));
			case NEVER_MATCHES -> findings.add(RouteFinding.of(RouteFinding.Code.NEVER_MATCHES));
			case CANT_TELL -> findings.add(RouteFinding.of(RouteFinding.Code.CANT_TELL));
			case REACHED -> {
				return RouteState.LIVE;
			}
		}
		return switch (reach.verdict()) {
			case SHADOWED, NEVER_MATCHES -> RouteState.NEVER_REACHED;
			case CANT_TELL, PARTLY_SHADOWED, REACHED -> RouteState.LIVE;
		};
	}

	private static List<RouteFinding.Other> others(Reach reach, ListedRoute listed) {
		return reach.by()
			.stream()
			.filter((other) -> !other.virtualService().equals(listed.route().virtualService())
					|| reach.verdict() == Reach.Verdict.SHADOWED)
			.map((other) -> new RouteFinding.Other(listed.virtualHost().routes().indexOf(other) + 1,
					other.virtualService(), why(other, listed.route())))
			.toList();
	}

	private static String why(Route earlier, Route later) {
		if (earlier.virtualService().equals(later.virtualService())) {
			return "same-object";
		}
		boolean sameRank = earlier.rank().bucket() == later.rank().bucket()
				&& earlier.rank().catchAll() == later.rank().catchAll();
		return sameRank ? "older" : "rank";
	}

	private RouteState destinations(RouteAction.Forward forward, List<RouteFinding> findings) {
		int answering = 0;
		int complete = 0;
		int unknown = 0;
		for (RouteAction.Destination destination : forward.destinations()) {
			RouteState state = destination(destination, findings);
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

	private RouteState destination(RouteAction.Destination destination, List<RouteFinding> findings) {
		if (!destination.exists()) {
			findings.add(RouteFinding.about(RouteFinding.Code.NO_DESTINATION, destination.host(), 0, 0));
			return RouteState.DOWN;
		}
		Optional<ServiceEntryPoint> service = service(destination.host()).flatMap(this.catalog::service);
		if (service.isEmpty() || !this.catalog.endpointsKnown()) {
			return RouteState.UNKNOWN;
		}
		return endpoints(service.get(), findings);
	}

	private static RouteState endpoints(ServiceEntryPoint service, List<RouteFinding> findings) {
		String name = new ObjectName(service.namespace(), service.name()).toString();
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

	/**
	 * Which routes of one table are reached, as far as it was asked.
	 *
	 * @param version the table's version
	 * @param known the answers by port, virtual host and index
	 */
	private record Reaches(long version, Map<String, Reach> known) {

		Reach of(LiveTable table, ListedRoute listed) {
			String key = listed.port() + "/" + listed.virtualHost().name() + "/" + listed.index();
			return this.known.computeIfAbsent(key,
					(place) -> table.table().reach(listed.port(), listed.virtualHost().name(), listed.index()));
		}

	}

}
