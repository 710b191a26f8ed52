package dev.sekisho.chain;

import java.util.ArrayList;
import java.util.List;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.RouteAction;
import dev.sekisho.routing.RouteTable;
import dev.sekisho.routing.VirtualHost;

/**
 * Where the routes of one VirtualService stand in a route table.
 *
 * @param places the places, in the order tried
 */
record Placement(List<Place> places) {

	static Placement of(RouteTable table, ObjectKey virtualService) {
		List<Place> places = new ArrayList<>();
		for (int port : table.ports()) {
			for (VirtualHost host : table.virtualHosts(port)) {
				List<Route> routes = host.routes();
				for (int position = 0; position < routes.size(); position++) {
					if (isOf(routes.get(position), virtualService)) {
						places.add(new Place(host.name(), position, routes.size(), routes.get(position),
								table.reach(port, host.name(), position), host.routes()));
					}
				}
			}
		}
		return new Placement(List.copyOf(places));
	}

	List<String> paths() {
		return this.places.stream().map((place) -> place.route().match().path().value()).distinct().toList();
	}

	/**
	 * Whether the mesh has a host that routes send to.
	 * @param host a destination's host
	 * @return {@code false} if the route table knows that it hasn't
	 */
	boolean knows(String host) {
		return this.places.stream()
			.map((place) -> place.route().action())
			.filter(RouteAction.Forward.class::isInstance)
			.flatMap((action) -> ((RouteAction.Forward) action).destinations().stream())
			.filter((destination) -> destination.host().equals(host))
			.allMatch(RouteAction.Destination::exists);
	}

	private static boolean isOf(Route route, ObjectKey virtualService) {
		return route.virtualService().namespace().equals(virtualService.namespace())
				&& route.virtualService().name().equals(virtualService.name());
	}

	/**
	 * The place of one route.
	 *
	 * @param virtualHost the name of the virtual host
	 * @param position the position in it, counted from 0
	 * @param total how many routes it has
	 * @param route the route
	 * @param reach whether a request reaches it
	 * @param table the routes of the virtual host, in order
	 */
	record Place(String virtualHost, int position, int total, Route route, Reach reach, List<Route> table) {

		/**
		 * The position of the first route that takes this route's requests.
		 * @return the position, counted from 1; 0 if there is none
		 */
		int shadowedAt() {
			return this.reach.by().isEmpty() ? 0 : this.table.indexOf(this.reach.by().get(0)) + 1;
		}

	}

}
