package dev.sekisho.routing.table;

import java.util.AbstractList;

import dev.sekisho.routing.Route;

/**
 * The public form of the routes of a virtual host, as a view.
 */
final class RouteList extends AbstractList<Route> {

	private final HostRoutes routes;

	RouteList(HostRoutes routes) {
		this.routes = routes;
	}

	@Override
	public int size() {
		return this.routes.size();
	}

	@Override
	public Route get(int position) {
		return this.routes.get(position).route();
	}

}
