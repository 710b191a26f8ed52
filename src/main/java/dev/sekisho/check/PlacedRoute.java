package dev.sekisho.check;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Reach.Verdict;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.RoutePlace;
import dev.sekisho.routing.VirtualHost;
import dev.sekisho.routing.table.RouteTable;
import dev.sekisho.routing.table.RoutingWorld;

/**
 * A route of the examined VirtualService at its place in the route table as it would be.
 * Its reach is worked out when it is first asked for.
 */
public final class PlacedRoute {

	private static final Reach REACHED = new Reach(Verdict.REACHED, null, null, List.of());

	private final RoutingWorld world;

	private final RoutePlace place;

	private @Nullable Reach reach;

	private PlacedRoute(RoutingWorld world, RoutePlace place) {
		this.world = world;
		this.place = place;
	}

	static List<PlacedRoute> of(ObjectName virtualService, RoutingWorld world) {
		return world.places(virtualService).stream().map((place) -> new PlacedRoute(world, place)).toList();
	}

	/**
	 * The route.
	 * @return the route
	 */
	public Route route() {
		return this.place.route();
	}

	/**
	 * The virtual host it stands in.
	 * @return the virtual host
	 */
	public VirtualHost virtualHost() {
		return this.place.virtualHost();
	}

	/**
	 * Its position in the virtual host.
	 * @return the position, from 0
	 */
	public int position() {
		return this.place.position();
	}

	/**
	 * Whether requests reach it.
	 * @return the verdict; with a witness only if earlier routes take some of them or it
	 * can't be told
	 */
	public Reach reach() {
		Reach known = this.reach;
		if (known == null) {
			known = reachAt(this.place.position());
			this.reach = known;
		}
		return known;
	}

	/**
	 * Whether requests reach another route of the virtual host.
	 * @param position the route's position
	 * @return the verdict, as of {@link #reach()}
	 */
	public Reach reachAt(int position) {
		RouteTable table = this.world.routeTable();
		String host = virtualHost().name();
		return (table.verdict(this.place.port(), host, position) == Verdict.REACHED) ? REACHED
				: table.reach(this.place.port(), host, position);
	}

	/**
	 * The hosts it answers.
	 * @return the domains of the virtual host, as an argument of a message
	 */
	public String hosts() {
		return Argument.text(String.join(", ", virtualHost().domains()));
	}

}
