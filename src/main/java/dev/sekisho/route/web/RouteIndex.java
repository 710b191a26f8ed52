package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import dev.sekisho.access.Visibility;
import dev.sekisho.route.LiveTable;
import dev.sekisho.routing.VirtualHost;

/**
 * All routes of one table in the order tried, so that a page is cut out without walking
 * over the others. Made once for each table; immutable but for what it remembers.
 */
final class RouteIndex {

	private static final int MOST_READERS = 200;

	private final LiveTable table;

	private final List<VirtualHost> hosts = new ArrayList<>();

	private final List<ListedRoute> routes = new ArrayList<>();

	private final Map<Visibility, List<String>> domains = new ConcurrentHashMap<>();

	private final Set<String> namespaces = new TreeSet<>();

	private final Reaches reaches = new Reaches(this);

	RouteIndex(LiveTable table) {
		this.table = table;
		for (int port : table.table().ports()) {
			for (VirtualHost host : table.table().virtualHosts(port)) {
				add(port, host);
			}
		}
	}

	private void add(int port, VirtualHost host) {
		this.hosts.add(host);
		for (int index = 0; index < host.routes().size(); index++) {
			ListedRoute listed = new ListedRoute(this.routes.size(), port, this.hosts.size(), host, index);
			this.routes.add(listed);
			this.namespaces.add(listed.namespace());
		}
	}

	LiveTable table() {
		return this.table;
	}

	List<ListedRoute> routes() {
		return this.routes;
	}

	/**
	 * The namespaces that have routes, whoever sees them.
	 * @return the namespaces, sorted
	 */
	Set<String> namespaces() {
		return this.namespaces;
	}

	Reaches reaches() {
		return this.reaches;
	}

	/**
	 * How many routes answer hosts that have no virtual host of their own.
	 * @return the routes of {@code *}
	 */
	int anyHostRoutes() {
		return this.hosts.stream()
			.filter((host) -> host.domains().contains("*"))
			.mapToInt((host) -> host.routes().size())
			.sum();
	}

	/**
	 * The domains a reader may know of.
	 * @param visibility what the reader sees
	 * @return the domains, in the table's order
	 */
	List<String> domains(Visibility visibility) {
		if (this.domains.size() > MOST_READERS) {
			this.domains.clear();
		}
		return this.domains.computeIfAbsent(visibility,
				(key) -> this.hosts.stream()
					.filter((host) -> known(host, visibility))
					.flatMap((host) -> host.domains().stream())
					.distinct()
					.toList());
	}

	/**
	 * Whether a reader may know that a virtual host exists.
	 * @param host the virtual host
	 * @param visibility what the reader sees
	 * @return whether it's the one for any host, or holds a route the reader sees
	 */
	static boolean known(VirtualHost host, Visibility visibility) {
		return host.domains().contains("*")
				|| host.routes().stream().anyMatch((route) -> visibility.sees(route.virtualService().namespace()));
	}

}
