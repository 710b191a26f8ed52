package dev.sekisho.routing.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.Rebuild;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.impact.TrafficImpact.Moved;
import dev.sekisho.routing.table.RouteTable;
import dev.sekisho.routing.table.RoutingWorld;

/**
 * The requests whose winner depends only on which object was created first, so that a
 * rebuild of the cluster would hand them to another route. Complete: a request that some
 * order of creation answers with another VirtualService lies in a reported class, because
 * the reversed order then does so too.
 *
 * @param flips the classes, those that a rebuild in the same second flips first
 */
public record OrderDependence(List<Flip> flips) {

	public OrderDependence {
		flips = List.copyOf(flips);
	}

	/**
	 * Finds the classes of a world.
	 * @param world the world
	 * @return the classes
	 */
	public static OrderDependence of(RoutingWorld world) {
		RouteTable today = world.routeTable();
		Map<List<Object>, Flip> flips = new LinkedHashMap<>();
		for (Rebuild rebuild : Rebuild.values()) {
			for (Moved moved : new Impact(today, world.rebuilt(rebuild).routeTable()).moved()) {
				Flip flip = flip(today, rebuild, moved);
				flips.putIfAbsent(
						List.of(moved.port(), moved.virtualHost(), identity(flip.today()), identity(flip.rebuilt())),
						flip);
			}
		}
		return new OrderDependence(new ArrayList<>(flips.values()));
	}

	private static Flip flip(RouteTable today, Rebuild rebuild, Moved moved) {
		return new Flip(rebuild, moved.port(), moved.virtualHost(), moved.before(),
				standing(today, moved.port(), moved.after()), moved.witness(), moved.certain());
	}

	// The route as it stands today, with the rank it has today.
	private static @Nullable Route standing(RouteTable today, int port, @Nullable Route route) {
		if (route == null) {
			return null;
		}
		return today.virtualHosts(port)
			.stream()
			.flatMap((host) -> host.routes().stream())
			.filter((other) -> identity(other).equals(identity(route)))
			.findFirst()
			.orElse(route);
	}

	private static String identity(@Nullable Route route) {
		return (route != null) ? Objects.toString(route.virtualService()) + " " + route.contentHash() : "";
	}

	/**
	 * A class of requests that a rebuild would hand to another route.
	 *
	 * @param rebuild the rebuild that does so
	 * @param port the port the gateway pods listen on
	 * @param virtualHost the domain under which the requests come, such as {@code *}
	 * @param today the route that answers today; {@code null} for a 404
	 * @param rebuilt the route that would answer; {@code null} for a 404
	 * @param witness a request of the class; a sample to try if {@code certain} is false
	 * @param certain whether {@link RouteTable#answer} confirmed both winners
	 */
	public record Flip(Rebuild rebuild, int port, String virtualHost, @Nullable Route today, @Nullable Route rebuilt,
			HttpRequest witness, boolean certain) {

	}

}
