package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.List;

/**
 * The routes of a virtual host in order, with a quick search for those that can meet one.
 */
final class OrderedRoutes {

	private final List<CompiledRoute> routes;

	OrderedRoutes(List<CompiledRoute> routes) {
		this.routes = routes;
	}

	List<CompiledRoute> routes() {
		return this.routes;
	}

	/**
	 * The routes whose path can meet a route's.
	 * @param route the route
	 * @param end the position before which to look
	 * @return the routes in order
	 */
	List<CompiledRoute> meeting(CompiledRoute route, int end) {
		PathOverlap overlap = route.overlap();
		List<CompiledRoute> meeting = new ArrayList<>();
		for (int i = 0; i < end; i++) {
			if (this.routes.get(i).overlap().mayMeet(overlap)) {
				meeting.add(this.routes.get(i));
			}
		}
		return meeting;
	}

}
