package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Contest.Outcome;
import dev.sekisho.routing.PortTable.CompiledHost;
import dev.sekisho.routing.Reach.Verdict;

/**
 * Finds out whether requests reach a route of a virtual host.
 */
final class ReachSearch {

	private final RouteTable table;

	private final int port;

	private final CompiledHost host;

	private final HostClass hosts;

	ReachSearch(RouteTable table, PortTable ports, int port, CompiledHost host) {
		this.table = table;
		this.port = port;
		this.host = host;
		this.hosts = HostClass.of(host.virtualHost().domains().get(0), new HashSet<>(ports.domains()),
				ports::domainFor);
	}

	Reach reach(int position) {
		List<CompiledRoute> routes = this.host.routes();
		CompiledRoute route = routes.get(position);
		List<CompiledRoute> order = new OrderedRoutes(routes).meeting(route, position);
		if (order.contains(route)) {
			return new Reach(Verdict.SHADOWED, null, null, List.of(route.route()));
		}
		order.add(route);
		Contest contest = new Contest(route, order, List.of(), false);
		List<Outcome> outcomes = contest.outcomes(this.table.mesh(), this.hosts, schemes());
		HttpRequest witness = witness(outcomes, route, true);
		HttpRequest shadowed = witness(outcomes, route, false);
		return new Reach(verdict(contest, witness, shadowed), witness, shadowed, takers(order, outcomes, route));
	}

	private static Verdict verdict(Contest contest, @Nullable HttpRequest witness, @Nullable HttpRequest shadowed) {
		if (witness != null && shadowed != null) {
			return Verdict.PARTLY_SHADOWED;
		}
		if (!contest.complete()) {
			return Verdict.CANT_TELL;
		}
		if (witness != null) {
			return Verdict.REACHED;
		}
		return (shadowed != null) ? Verdict.SHADOWED : Verdict.NEVER_MATCHES;
	}

	private Set<String> schemes() {
		return this.host.virtualHost().tlsRequired() ? Set.of("https") : Set.of("http", "https");
	}

	private @Nullable HttpRequest witness(List<Outcome> outcomes, CompiledRoute route, boolean reached) {
		for (Outcome outcome : outcomes) {
			if ((outcome.first() == route) == reached && outcome.first() != null) {
				HttpRequest request = outcome.witness(this.port);
				Route winner = this.table.answer(request).route();
				if (winner == outcome.first().route()) {
					return request;
				}
			}
		}
		return null;
	}

	private static List<Route> takers(List<CompiledRoute> order, List<Outcome> outcomes, CompiledRoute route) {
		Set<CompiledRoute> winners = new LinkedHashSet<>();
		outcomes.forEach((outcome) -> {
			if (outcome.first() != null) {
				winners.add(outcome.first());
			}
		});
		List<Route> takers = new ArrayList<>();
		for (CompiledRoute earlier : order) {
			if (earlier != route && winners.contains(earlier)) {
				takers.add(earlier.route());
			}
		}
		return takers;
	}

}
