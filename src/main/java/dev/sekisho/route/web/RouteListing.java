package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sekisho.access.Visibility;
import dev.sekisho.route.LiveTable;
import dev.sekisho.routing.VirtualHost;

/**
 * Lists the routes of a table in the order tried. Positions and totals count every route;
 * what belongs to a namespace the reader doesn't see is left blank, and no filter finds
 * it.
 */
@Component
class RouteListing {

	private final RouteConditions conditions;

	RouteListing(RouteConditions conditions) {
		this.conditions = conditions;
	}

	/**
	 * One page of the list.
	 * @param table the table
	 * @param query what is asked for
	 * @param visibility what the reader sees
	 * @return the rows and how many there are in all
	 */
	RoutePage list(LiveTable table, RouteQuery query, Visibility visibility) {
		List<ListedRoute> all = all(table, visibility);
		List<ListedRoute> found = all.stream().filter((route) -> route.matches(query)).toList();
		if (!query.state().isEmpty()) {
			found = found.stream().filter((route) -> inState(table, route, query.state())).toList();
		}
		List<RouteRow> rows = found.stream()
			.skip(query.from())
			.limit(query.size())
			.map((route) -> row(table, route, visibility))
			.toList();
		return new RoutePage(query, rows, found.size(), all.size());
	}

	/**
	 * The domains the reader may know of.
	 * @param table the table
	 * @param visibility what the reader sees
	 * @return the domains, in the table's order
	 */
	List<String> domains(LiveTable table, Visibility visibility) {
		return table.table()
			.ports()
			.stream()
			.flatMap((port) -> table.table().virtualHosts(port).stream())
			.filter((host) -> known(host, visibility))
			.flatMap((host) -> host.domains().stream())
			.distinct()
			.toList();
	}

	/**
	 * The route at a place, if the reader sees it.
	 * @param table the table
	 * @param domain a domain of the virtual host
	 * @param position its position, from 1
	 * @param visibility what the reader sees
	 * @return the row
	 */
	Optional<RouteRow> at(LiveTable table, String domain, int position, Visibility visibility) {
		return all(table, visibility).stream()
			.filter((route) -> route.visible() && route.index() == position - 1
					&& route.virtualHost().domains().contains(domain))
			.findFirst()
			.map((route) -> row(table, route, visibility));
	}

	private boolean inState(LiveTable table, ListedRoute route, String state) {
		return route.visible() && this.conditions.of(table, route).state().value().equals(state);
	}

	private RouteRow row(LiveTable table, ListedRoute route, Visibility visibility) {
		if (!route.visible()) {
			return RouteRow.hidden(route, known(route.virtualHost(), visibility));
		}
		return RouteRow.of(route, this.conditions.of(table, route), visibility);
	}

	private static List<ListedRoute> all(LiveTable table, Visibility visibility) {
		List<ListedRoute> all = new ArrayList<>();
		for (int port : table.table().ports()) {
			for (VirtualHost host : table.table().virtualHosts(port)) {
				for (int i = 0; i < host.routes().size(); i++) {
					String namespace = host.routes().get(i).virtualService().namespace();
					all.add(new ListedRoute(port, host, i, visibility.sees(namespace)));
				}
			}
		}
		return all;
	}

	private static boolean known(VirtualHost host, Visibility visibility) {
		return host.domains().contains("*")
				|| host.routes().stream().anyMatch((route) -> visibility.sees(route.virtualService().namespace()));
	}

}
