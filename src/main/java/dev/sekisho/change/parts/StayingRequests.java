package dev.sekisho.change.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import dev.sekisho.change.ImpactView.Side;
import dev.sekisho.change.Preview;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.VirtualHost;
import dev.sekisho.routing.table.RouteTable;

/**
 * Finds the requests that the proposed routes match too and that an earlier route
 * answers, before and after.
 */
final class StayingRequests {

	private StayingRequests() {
	}

	/**
	 * The requests, one for each route of the proposal that doesn't get all it matches.
	 * @param preview the preview
	 * @param sees tells which namespaces the reader sees
	 * @return the requests
	 */
	static List<Stay> of(Preview preview, Predicate<String> sees) {
		Map<String, Stay> stays = new LinkedHashMap<>();
		if (preview.proposed() == null) {
			return List.of();
		}
		RouteTable table = preview.verdict().after().routeTable();
		for (int port : table.ports()) {
			for (VirtualHost host : table.virtualHosts(port)) {
				for (int position = 0; position < host.routes().size(); position++) {
					if (own(host.routes().get(position), preview)) {
						add(stays, host, table.reach(port, host.name(), position), preview, sees);
					}
				}
			}
		}
		return new ArrayList<>(stays.values());
	}

	private static void add(Map<String, Stay> stays, VirtualHost host, Reach reach, Preview preview,
			Predicate<String> sees) {
		HttpRequest request = reach.shadowedWitness();
		if (request != null && !reach.by().isEmpty() && !own(reach.by().get(0), preview)) {
			String domain = host.domains().contains("*") ? "*" : host.domains().get(0);
			stays.putIfAbsent(request.host() + request.target() + request.method(), new Stay(request.method(),
					request.host(), request.target(), domain, side(reach.by().get(0), sees)));
		}
	}

	private static boolean own(Route route, Preview preview) {
		return route.virtualService().namespace().equals(preview.virtualService().namespace())
				&& route.virtualService().name().equals(preview.virtualService().name());
	}

	private static Side side(Route route, Predicate<String> sees) {
		String namespace = route.virtualService().namespace();
		return sees.test(namespace) ? new Side(namespace, route.virtualService().name(), false)
				: new Side("", "", true);
	}

	/**
	 * A request that stays where it is.
	 *
	 * @param method its method
	 * @param host its host
	 * @param target its path and query
	 * @param domain the domain under which it comes
	 * @param by who answers it
	 */
	record Stay(String method, String host, String target, String domain, Side by) {

	}

}
