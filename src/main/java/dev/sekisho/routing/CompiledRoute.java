package dev.sekisho.routing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A route, ready to be held against requests. Two are the same only if they're the same
 * object, as istiod's routes are pointers.
 */
final class CompiledRoute {

	private final Route route;

	private final RouteCondition condition;

	private final CompiledAction action;

	private final PathOverlap overlap;

	CompiledRoute(Route route, RouteCondition condition, CompiledAction action) {
		this.route = route;
		this.condition = condition;
		this.action = action;
		this.overlap = PathOverlap.of(condition.path());
	}

	Route route() {
		return this.route;
	}

	RouteCondition condition() {
		return this.condition;
	}

	PathOverlap overlap() {
		return this.overlap;
	}

	CompiledAction action() {
		return this.action;
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
	record CompiledAction(RouteAction action, @Nullable String hostRewrite, List<@Nullable String> destinationHosts,
			@Nullable FaultSpec fault, @Nullable CorsSpec cors, int missingStatus) {

	}

}
