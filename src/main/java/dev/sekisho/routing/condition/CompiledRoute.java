package dev.sekisho.routing.condition;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Route;
import dev.sekisho.routing.RouteAction;
import dev.sekisho.routing.manifest.CorsSpec;
import dev.sekisho.routing.manifest.FaultSpec;

/**
 * A route, ready to be held against requests. Two are the same only if they're the same
 * object, as istiod's routes are pointers.
 */
public final class CompiledRoute {

	/** The order in which the routes of one server are written down. */
	public static final Comparator<CompiledRoute> WRITTEN = (one, other) -> {
		int byPlace = one.place.compareTo(other.place);
		return (byPlace != 0) ? byPlace : Integer.compare(one.ordinal, other.ordinal);
	};

	/** The order in which the routes of one server are tried. */
	public static final Comparator<CompiledRoute> ORDER = (one, other) -> {
		if (one == other) {
			return 0;
		}
		if (one.isCatchAll() != other.isCatchAll()) {
			return one.isCatchAll() ? 1 : -1;
		}
		return WRITTEN.compare(one, other);
	};

	private static final AtomicLong NUMBERS = new AtomicLong();

	private final Route route;

	private final RouteCondition condition;

	private final CompiledAction action;

	private final PathOverlap overlap;

	private final Place place;

	private final int ordinal;

	private final long fingerprint;

	/**
	 * Puts a route together.
	 * @param route its public form
	 * @param condition its conditions
	 * @param action what it does
	 * @param place where its VirtualService stands
	 * @param ordinal where it stands among the routes of its VirtualService
	 */
	public CompiledRoute(Route route, RouteCondition condition, CompiledAction action, Place place, int ordinal) {
		this.route = route;
		this.condition = condition;
		this.action = action;
		this.overlap = PathOverlap.of(condition.path());
		this.place = place;
		this.ordinal = ordinal;
		this.fingerprint = mixed(NUMBERS.incrementAndGet());
	}

	/**
	 * The same route once more, as when a gateway is listed twice.
	 * @param again its ordinal
	 * @return the repeated route
	 */
	public CompiledRoute repeated(int again) {
		return new CompiledRoute(this.route, this.condition, this.action, this.place, again);
	}

	/**
	 * What readers are told of it.
	 * @return the route
	 */
	public Route route() {
		return this.route;
	}

	/**
	 * What it asks of a request.
	 * @return the condition
	 */
	public RouteCondition condition() {
		return this.condition;
	}

	/**
	 * Its path, ready to be compared with other paths.
	 * @return the path
	 */
	public PathOverlap overlap() {
		return this.overlap;
	}

	/**
	 * What it does.
	 * @return the action
	 */
	public CompiledAction action() {
		return this.action;
	}

	/**
	 * Where it stands among others.
	 * @return the place
	 */
	public Place place() {
		return this.place;
	}

	int ordinal() {
		return this.ordinal;
	}

	/**
	 * A number of its own, mixed so that sums of several tell sequences of routes apart.
	 * @return the number
	 */
	public long fingerprint() {
		return this.fingerprint;
	}

	/**
	 * Whether its path condition can't be turned into an automaton.
	 * @return whether it isn't known which paths it matches
	 */
	public boolean hasOpaquePath() {
		return !this.condition.path().isLiteral() && this.condition.path().automaton() == null;
	}

	/**
	 * Whether it surely matches every request whose path it matches.
	 * @return whether there's nothing else to meet
	 */
	public boolean isUnconditional() {
		return this.condition.isUnconditional() && !hasOpaquePath();
	}

	/**
	 * Whether istiod sorts it behind all others.
	 * @return whether it takes every request
	 */
	public boolean isCatchAll() {
		return this.route.rank().catchAll();
	}

	// splitmix64, so that sums of few numbers hardly ever meet.
	private static long mixed(long number) {
		long mixed = number * 0x9E3779B97F4A7C15L;
		mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
		return mixed ^ (mixed >>> 31);
	}

	/**
	 * What a compiled action adds to the public one.
	 *
	 * @param action the public form
	 * @param hostRewrite the Host every destination gets, if it's changed
	 * @param destinationHosts the Hosts that single destinations get, by position
	 * @param fault the fault, if any
	 * @param cors the CORS policy, if any
	 * @param missingStatus the status when a destination is missing
	 */
	public record CompiledAction(RouteAction action, @Nullable String hostRewrite,
			List<@Nullable String> destinationHosts, @Nullable FaultSpec fault, @Nullable CorsSpec cors,
			int missingStatus) {

	}

}
