package dev.sekisho.routing.table;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Reach.Verdict;
import dev.sekisho.routing.condition.ByteText;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.condition.RoutedRequest;

/**
 * The routes of a virtual host in the order tried: server by server, catch-alls of all
 * servers last. The list is a view, made of what the servers contribute.
 */
public final class HostRoutes extends AbstractList<CompiledRoute> {

	/** A virtual host without routes. */
	public static final HostRoutes EMPTY = new HostRoutes(List.of());

	private final List<RouteSequence> parts;

	private final int plain;

	private final int size;

	HostRoutes(List<RouteSequence> parts) {
		this.parts = parts;
		this.plain = parts.stream().mapToInt(RouteSequence::plain).sum();
		this.size = parts.stream().mapToInt(RouteSequence::size).sum();
	}

	@Override
	public int size() {
		return this.size;
	}

	@Override
	public CompiledRoute get(int position) {
		Spot spot = spot(position);
		return spot.part().get(spot.index());
	}

	/**
	 * The routes, in the parts they're kept in.
	 * @return the parts, in order
	 */
	public List<RouteSequence> parts() {
		return this.parts;
	}

	/**
	 * The first route that a request meets.
	 * @param request the request
	 * @return its position; -1 if none matches
	 */
	int first(RoutedRequest request) {
		String path = ByteText.lowerCase(request.path());
		int before = 0;
		for (RouteSequence part : this.parts) {
			FirstMatch match = new FirstMatch(request);
			part.tree().onPath(path, match);
			if (match.best != null) {
				return before + part.indexOf(match.best);
			}
			before += part.plain();
		}
		for (RouteSequence part : this.parts) {
			for (int i = part.plain(); i < part.size(); i++) {
				if (part.get(i).condition().failing(request) == null) {
					return before + i - part.plain();
				}
			}
			before += part.size() - part.plain();
		}
		return -1;
	}

	/**
	 * The routes whose path can meet a route's.
	 * @param route the route
	 * @param end the position before which to look
	 * @return the routes in order
	 */
	public List<CompiledRoute> meeting(CompiledRoute route, int end) {
		if (this.parts.size() == 1) {
			List<CompiledRoute> meeting = this.parts.get(0).meeting(route);
			int index = (end < this.size) ? meeting.indexOf(get(end)) : -1;
			return (index >= 0) ? new ArrayList<>(meeting.subList(0, index)) : before(meeting, end);
		}
		List<CompiledRoute> ordered = new ArrayList<>();
		for (boolean catchAll : new boolean[] { false, true }) {
			for (RouteSequence part : this.parts) {
				for (CompiledRoute other : part.meeting(route)) {
					if (other.isCatchAll() == catchAll && positionIn(part, other) < end) {
						ordered.add(other);
					}
				}
			}
		}
		return ordered;
	}

	/**
	 * What is known about a route.
	 * @param position its position
	 * @return the verdict; {@code null} if none was remembered
	 */
	@Nullable Verdict verdict(int position) {
		Spot spot = spot(position);
		return (this.parts.size() == 1) ? spot.part().verdict(spot.index()) : null;
	}

	// With several parts a verdict depends on the other parts too.
	void remember(int position, Verdict verdict) {
		if (this.parts.size() == 1) {
			Spot spot = spot(position);
			spot.part().remember(spot.index(), verdict);
		}
	}

	/**
	 * Whether the routes are the very same in the same order.
	 * @param other the routes of another virtual host
	 * @return whether istiod would take the two virtual hosts for one
	 */
	boolean sameRoutes(HostRoutes other) {
		if (this == other) {
			return true;
		}
		if (this.parts.size() == 1 && other.parts.size() == 1) {
			return this.parts.get(0).sameRoutes(other.parts.get(0));
		}
		return fingerprint() == other.fingerprint() && merged().equals(other.merged());
	}

	long fingerprint() {
		long sum = 0;
		for (RouteSequence part : this.parts) {
			sum += part.fingerprint();
		}
		return sum;
	}

	// In the order in which they're merged, before catch-alls are moved to the end.
	private List<CompiledRoute> merged() {
		List<CompiledRoute> merged = new ArrayList<>(this.size);
		for (RouteSequence part : this.parts) {
			List<CompiledRoute> routes = new ArrayList<>();
			for (int i = 0; i < part.size(); i++) {
				routes.add(part.get(i));
			}
			routes.sort(CompiledRoute.WRITTEN);
			merged.addAll(routes);
		}
		return merged;
	}

	private List<CompiledRoute> before(List<CompiledRoute> meeting, int end) {
		if (end >= this.size) {
			return meeting;
		}
		CompiledRoute limit = get(end);
		meeting.removeIf((other) -> CompiledRoute.ORDER.compare(other, limit) >= 0);
		return meeting;
	}

	/**
	 * The positions of a route: one for each server that gives it.
	 * @param route the route
	 * @return its positions
	 */
	List<Integer> positions(CompiledRoute route) {
		List<Integer> positions = new ArrayList<>(1);
		for (RouteSequence part : this.parts) {
			if (part.indexOf(route) >= 0) {
				positions.add(positionIn(part, route));
			}
		}
		return positions;
	}

	private int positionIn(RouteSequence part, CompiledRoute route) {
		int before = route.isCatchAll() ? this.plain : 0;
		for (RouteSequence other : this.parts) {
			if (other == part) {
				break;
			}
			before += route.isCatchAll() ? other.size() - other.plain() : other.plain();
		}
		return before + part.indexOf(route) - (route.isCatchAll() ? part.plain() : 0);
	}

	private Spot spot(int position) {
		boolean catchAll = position >= this.plain;
		int left = catchAll ? position - this.plain : position;
		for (RouteSequence part : this.parts) {
			int count = catchAll ? part.size() - part.plain() : part.plain();
			if (left < count) {
				return new Spot(part, catchAll ? part.plain() + left : left);
			}
			left -= count;
		}
		throw new IndexOutOfBoundsException(position);
	}

	/**
	 * A place in one of the parts.
	 *
	 * @param part the part
	 * @param index the index in it
	 */
	private record Spot(RouteSequence part, int index) {

	}

	/**
	 * Keeps the first of the routes that match and aren't catch-alls.
	 */
	private static final class FirstMatch implements Consumer<CompiledRoute> {

		private final RoutedRequest request;

		private @Nullable CompiledRoute best;

		FirstMatch(RoutedRequest request) {
			this.request = request;
		}

		@Override
		public void accept(CompiledRoute route) {
			if (!route.isCatchAll() && (this.best == null || CompiledRoute.ORDER.compare(route, this.best) < 0)
					&& route.condition().mayMatch(this.request)) {
				this.best = route;
			}
		}

	}

}
