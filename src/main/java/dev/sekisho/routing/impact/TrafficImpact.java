package dev.sekisho.routing.impact;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.table.RouteTable;
import dev.sekisho.routing.table.RoutingWorld;

/**
 * The requests that two route tables answer differently, in classes, each with a witness
 * that both tables' {@link RouteTable#answer} confirm. Complete: a request that is
 * answered differently lies in a reported class.
 *
 * @param moved the classes, in a stable order
 * @param introduced reach problems the second table has and the first has not
 * @param fixed reach problems the first table has and the second has not
 * @param unchanged how many reach problems both have
 */
public record TrafficImpact(List<Moved> moved, List<Problem> introduced, List<Problem> fixed, int unchanged) {

	public TrafficImpact {
		moved = List.copyOf(moved);
		introduced = List.copyOf(introduced);
		fixed = List.copyOf(fixed);
	}

	/**
	 * Compares two tables of the same workload.
	 * @param before the world as it is
	 * @param after the world as it would be
	 * @return the impact
	 */
	public static TrafficImpact between(RoutingWorld before, RoutingWorld after) {
		RouteTable one = before.routeTable();
		RouteTable other = after.routeTable();
		return new ReachProblems(one, other).with(new Impact(one, other).moved());
	}

	/**
	 * The moved classes as text, without positions, counts and witnesses: virtual host,
	 * route before and after with what each matches and does, and kind.
	 * @return one line per class, sorted, without repetition
	 */
	public List<String> tuples() {
		return this.moved.stream()
			.map((moved) -> moved.virtualHost() + ":" + moved.port() + " " + tuple(moved.before()) + " "
					+ tuple(moved.after()) + " " + moved.kind())
			.sorted()
			.distinct()
			.toList();
	}

	private static String tuple(@Nullable Route route) {
		return (route != null) ? route.virtualService() + "@" + route.contentHash() : "-";
	}

	/**
	 * A class of requests that get another answer.
	 *
	 * @param kind what happens to them
	 * @param port the port
	 * @param virtualHost the domain under which they come, such as {@code *}
	 * @param before the route that answers before; {@code null} for a 404
	 * @param after the route that answers after; {@code null} for a 404
	 * @param witness a request of the class; a sample to try if {@code certain} is false
	 * @param certain whether the witness was confirmed by both tables
	 */
	public record Moved(Kind kind, int port, String virtualHost, @Nullable Route before, @Nullable Route after,
			HttpRequest witness, boolean certain) {

	}

	/**
	 * What happens to a class of requests.
	 */
	public enum Kind {

		/** 404 before. */
		NEW_TRAFFIC,
		/** Another namespace's catch-all answered before. */
		MOVES_FROM_CATCH_ALL,
		/** Another namespace's route, not a catch-all, answered before. */
		TAKES_OVER,
		/** 404 after. */
		GIVES_UP,
		/** Another namespace's route answers after. */
		FALLS_TO_OTHER,
		/** Another route of the same namespace answers after. */
		WITHIN_NAMESPACE,
		/** The same match of the same VirtualService does something else. */
		ACTION_CHANGED,
		/** A new virtual host takes the host away from a wider one. */
		HOST_CAPTURED

	}

	/**
	 * A route that isn't reached as written.
	 *
	 * @param port the port
	 * @param virtualHost the name of the virtual host
	 * @param route the route
	 * @param reach why
	 */
	public record Problem(int port, String virtualHost, Route route, Reach reach) {

	}

}
