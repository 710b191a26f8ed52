package dev.sekisho.chain;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.RouteAction;
import dev.sekisho.routing.VirtualHost;
import dev.sekisho.routing.table.RouteTable;

/**
 * Where the routes of one VirtualService stand in a route table.
 *
 * @param places the places, in the order tried
 */
record Placement(List<Place> places) {

	static final Placement NONE = new Placement(List.of());

	static Placement of(RouteTable table, ObjectKey virtualService) {
		return new Placement(places(table, (route) -> virtualService.equals(key(route))).toList());
	}

	/**
	 * The places of all VirtualServices.
	 * @param table a route table
	 * @return the places by VirtualService
	 */
	static Map<ObjectKey, Placement> all(RouteTable table) {
		return places(table, (route) -> true).collect(Collectors.groupingBy((place) -> key(place.route()),
				Collectors.collectingAndThen(Collectors.toUnmodifiableList(), Placement::new)));
	}

	private static Stream<Place> places(RouteTable table, Predicate<Route> wanted) {
		return table.ports()
			.stream()
			.flatMap((port) -> table.virtualHosts(port).stream().flatMap((host) -> places(table, port, host, wanted)));
	}

	private static Stream<Place> places(RouteTable table, int port, VirtualHost host, Predicate<Route> wanted) {
		List<Route> routes = host.routes();
		return IntStream.range(0, routes.size())
			.filter((position) -> wanted.test(routes.get(position)))
			.mapToObj((position) -> new Place(host.name(), position, routes.size(), routes.get(position),
					table.reach(port, host.name(), position), routes));
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

	private static ObjectKey key(Route route) {
		return new ObjectKey(route.virtualService().namespace(), route.virtualService().name());
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
