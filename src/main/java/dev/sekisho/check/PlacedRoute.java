package dev.sekisho.check;

import java.util.ArrayList;
import java.util.List;

import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.RouteTable;
import dev.sekisho.routing.VirtualHost;

/**
 * A route of the examined VirtualService at its place in the route table as it would be.
 *
 * @param table the route table
 * @param port the port
 * @param virtualHost the virtual host
 * @param position its position there, from 0
 * @param route the route
 */
public record PlacedRoute(RouteTable table, int port, VirtualHost virtualHost, int position, Route route) {

	static List<PlacedRoute> of(ObjectName virtualService, RouteTable table) {
		List<PlacedRoute> placed = new ArrayList<>();
		for (int port : table.ports()) {
			for (VirtualHost virtualHost : table.virtualHosts(port)) {
				List<Route> routes = virtualHost.routes();
				for (int position = 0; position < routes.size(); position++) {
					if (routes.get(position).virtualService().equals(virtualService)) {
						placed.add(new PlacedRoute(table, port, virtualHost, position, routes.get(position)));
					}
				}
			}
		}
		return List.copyOf(placed);
	}

	/**
	 * Whether requests reach it.
	 * @return the verdict
	 */
	public Reach reach() {
		return this.table.reach(this.port, this.virtualHost.name(), this.position);
	}

	/**
	 * The hosts it answers.
	 * @return the domains of the virtual host, as an argument of a message
	 */
	public String hosts() {
		return Argument.text(String.join(", ", this.virtualHost.domains()));
	}

}
