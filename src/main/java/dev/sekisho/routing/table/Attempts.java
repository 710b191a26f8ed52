package dev.sekisho.routing.table;

import java.util.AbstractList;
import java.util.Objects;

import dev.sekisho.routing.Answer.Attempt;
import dev.sekisho.routing.Answer.FailedCondition;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.condition.RoutedRequest;

/**
 * The routes that a request was held against in vain. There may be thousands, of which
 * few are ever looked at; so each is worked out when it's asked for.
 */
final class Attempts extends AbstractList<Attempt> {

	private final HostRoutes routes;

	private final int count;

	private final RoutedRequest request;

	/**
	 * Describes the attempts.
	 * @param routes the routes in the order tried
	 * @param count how many of them failed
	 * @param request the request
	 */
	Attempts(HostRoutes routes, int count, RoutedRequest request) {
		this.routes = routes;
		this.count = count;
		this.request = request;
	}

	@Override
	public int size() {
		return this.count;
	}

	@Override
	public Attempt get(int position) {
		Objects.checkIndex(position, this.count);
		CompiledRoute route = this.routes.get(position);
		FailedCondition failed = Objects.requireNonNull(route.condition().failing(this.request));
		return new Attempt(position, route.route(), failed);
	}

}
