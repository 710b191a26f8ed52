package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.sekisho.web.Paging;

/**
 * The list of routes as the page shows it.
 *
 * @param address its address
 * @param groups its rows by virtual host
 * @param total how many rows all pages have
 * @param paging the pages
 * @param order tells whether the rows are still the same, in the same order
 */
record RoutesView(RoutesAddress address, List<Group> groups, int total, Paging paging, String order) {

	static RoutesView of(RoutesAddress address, RoutePage page, List<RowView> rows) {
		List<Group> groups = new ArrayList<>();
		int from = 0;
		for (RoutePage.Group group : page.groups()) {
			int size = group.rows().size();
			groups.add(Group.of(group.host(), page.anyHostRoutes(), rows.subList(from, from + size)));
			from += size;
		}
		Paging paging = new Paging(page.query().page(), page.query().size(), page.total(), address.self());
		return new RoutesView(address, groups, page.total(), paging, order(page));
	}

	private static String order(RoutePage page) {
		int rows = 0;
		for (RouteRow row : page.rows()) {
			rows = 31 * rows
					+ Objects.hash(row.position(), row.hostNumber(), row.virtualService(), row.match(), row.visible());
		}
		return page.total() + "-" + Integer.toHexString(rows);
	}

	/**
	 * Rows of one virtual host.
	 *
	 * @param host its domains; empty if the reader may not know them
	 * @param kind {@code any}, {@code exact}, {@code wildcard} or {@code hidden}
	 * @param port the port the gateway's pods listen on
	 * @param routes how many routes it has
	 * @param captured how many routes aren't reached on these hosts, since a request
	 * never falls through to another virtual host
	 * @param rows its rows on this page
	 */
	record Group(String host, String kind, int port, int routes, int captured, List<RowView> rows) {

		static Group of(RouteRow row, int anyHostRoutes, List<RowView> rows) {
			String host = row.virtualHost();
			String kind = kind(host);
			return new Group(host, kind, row.port(), row.hostRoutes(), kind.equals("any") ? 0 : anyHostRoutes,
					List.copyOf(rows));
		}

		private static String kind(@Nullable String host) {
			if (host == null || host.isEmpty()) {
				return "hidden";
			}
			if (host.equals("*")) {
				return "any";
			}
			return host.startsWith("*.") ? "wildcard" : "exact";
		}

	}

}
