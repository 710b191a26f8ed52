package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;

/**
 * One page of a list of routes.
 *
 * @param query what was asked for
 * @param rows the rows of this page
 * @param total how many rows there are on all pages
 * @param all how many routes the table has
 * @param anyHostRoutes how many of them answer hosts without a virtual host of their own
 */
record RoutePage(RouteQuery query, List<RouteRow> rows, int total, int all, int anyHostRoutes) {

	RoutePage {
		rows = List.copyOf(rows);
	}

	/**
	 * The rows by virtual host, in order.
	 * @return the groups
	 */
	List<Group> groups() {
		List<Group> groups = new ArrayList<>();
		List<RouteRow> current = new ArrayList<>();
		for (RouteRow row : this.rows) {
			if (!current.isEmpty() && !current.get(0).sameGroup(row)) {
				groups.add(new Group(current.get(0), List.copyOf(current)));
				current.clear();
			}
			current.add(row);
		}
		if (!current.isEmpty()) {
			groups.add(new Group(current.get(0), List.copyOf(current)));
		}
		return groups;
	}

	/**
	 * Rows of one virtual host.
	 *
	 * @param host any of its rows: says which virtual host it is
	 * @param rows its rows on this page
	 */
	record Group(RouteRow host, List<RouteRow> rows) {

	}

}
