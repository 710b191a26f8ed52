package dev.sekisho.routing.condition;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.RouteAction;
import dev.sekisho.routing.condition.CompiledRoute.CompiledAction;

/**
 * What makes two routes of two tables the same to a request: they come from the same
 * VirtualService, match the same and do the same.
 *
 * @param virtualService the VirtualService
 * @param contentHash what the route matches and does
 * @param action what it does, with what exists
 */
public record RouteIdentity(ObjectName virtualService, String contentHash, CompiledAction action) {

	/**
	 * The identity of a route.
	 * @param route the route
	 * @return its identity
	 */
	public static RouteIdentity of(CompiledRoute route) {
		return new RouteIdentity(route.route().virtualService(), route.route().contentHash(), route.action());
	}

	/**
	 * Whether a request that both match gets the same answer of both.
	 * @param one a route, or {@code null} for none
	 * @param other another route, or {@code null} for none
	 * @return whether the answer is the same
	 */
	public static boolean sameAnswer(@Nullable CompiledRoute one, @Nullable CompiledRoute other) {
		if (one == null || other == null) {
			return one == other;
		}
		if (of(one).equals(of(other))) {
			return true;
		}
		return one.route().virtualService().equals(other.route().virtualService())
				&& one.action().equals(other.action())
				&& (!dependsOnMatch(one.action().action())
						|| one.condition().path().value().length() == other.condition().path().value().length()
								&& one.condition().path().kind() == other.condition().path().kind());
	}

	private static boolean dependsOnMatch(RouteAction action) {
		if (action instanceof RouteAction.Forward forward) {
			return forward.rewrite() != null && forward.rewrite().uri() != null;
		}
		return action instanceof RouteAction.Redirect redirect && redirect.prefixRewrite() != null;
	}

}
