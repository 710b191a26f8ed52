package dev.sekisho.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Rank;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.RouteAction;
import dev.sekisho.routing.RouteMatch;
import dev.sekisho.routing.StringMatch;

/**
 * The places that a world says its VirtualService's routes have.
 *
 * @param written the list as read; {@code null} stands for one route that is reached
 */
record PlannedPlaces(Object written) {

	private static final String OWN = "service-a/service-a-virtual-service";

	Placement placement() {
		List<Object> entries = (this.written != null) ? World.list(this.written)
				: List.of(Map.of("position", 3, "total", 14, "verdict", "REACHED"));
		return new Placement(World.maps(entries).stream().map(PlannedPlaces::place).toList());
	}

	private static Placement.Place place(Map<String, Object> entry) {
		int position = (int) entry.get("position");
		Route own = route(OWN, (String) entry.getOrDefault("path", "/"), position,
				(String) entry.getOrDefault("unknownHost", ""));
		List<Route> table = new ArrayList<>();
		List<Route> by = new ArrayList<>();
		if (entry.get("by") instanceof String winner) {
			int at = (int) entry.get("at");
			Route first = route(winner, "/", 100, "");
			for (int index = 1; index < at; index++) {
				table.add(route("other/other", "/", index + 100, ""));
			}
			table.add(first);
			by.add(first);
		}
		Reach reach = new Reach(Reach.Verdict.valueOf((String) entry.get("verdict")), null, null, by);
		return new Placement.Place("*:80", position, (int) entry.get("total"), own, reach, table);
	}

	private static Route route(String virtualService, String path, int index, String unknownHost) {
		String[] name = virtualService.split("/");
		RouteAction.Destination destination = new RouteAction.Destination(unknownHost, 80, "", 1, "",
				unknownHost.isEmpty());
		RouteMatch match = new RouteMatch(new StringMatch(StringMatch.Kind.PREFIX, path), false, null, null, null,
				List.of(), List.of(), List.of());
		return new Route(new ObjectName(name[0], name[1]), index, 0, "", match,
				new RouteAction.Forward(List.of(destination), null, null, -1, List.of(), List.of()),
				new Rank(Rank.Bucket.PUBLIC, null, false), "");
	}

}
