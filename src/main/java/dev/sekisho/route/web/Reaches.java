package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Route;

/**
 * Which routes of one table are reached, and which routes take requests of which. A
 * single route is answered at once; what a route takes from later ones is known after
 * {@link #complete()} only.
 */
final class Reaches {

	private final RouteIndex index;

	private volatile Map<Integer, List<ListedRoute>> losers = Map.of();

	private volatile boolean complete;

	Reaches(RouteIndex index) {
		this.index = index;
	}

	Reach of(ListedRoute listed) {
		return this.index.table().table().reach(listed.port(), listed.virtualHost().name(), listed.index());
	}

	/**
	 * The later routes some of whose requests a route takes.
	 * @param listed the route
	 * @return the later routes in order; empty also while not complete
	 */
	List<ListedRoute> losers(ListedRoute listed) {
		return this.losers.getOrDefault(listed.number(), List.of());
	}

	boolean isComplete() {
		return this.complete;
	}

	/**
	 * Looks at every route. Takes its time on a large table.
	 */
	synchronized void complete() {
		if (this.complete) {
			return;
		}
		Map<Integer, List<ListedRoute>> found = new HashMap<>();
		for (ListedRoute listed : this.index.routes()) {
			for (Route earlier : of(listed).by()) {
				int at = position(earlier, listed);
				found.computeIfAbsent(listed.number() - listed.index() + at, (number) -> new ArrayList<>(2))
					.add(listed);
			}
		}
		this.losers = found;
		this.complete = true;
	}

	/**
	 * Where an earlier route stands.
	 * @param earlier a route of the same virtual host
	 * @param listed a later one
	 * @return its index
	 */
	static int position(Route earlier, ListedRoute listed) {
		List<Route> routes = listed.virtualHost().routes();
		for (int index = 0; index < listed.index(); index++) {
			if (routes.get(index) == earlier) {
				return index;
			}
		}
		throw new IllegalStateException("A route is shadowed by one that isn't tried before it");
	}

}
