package dev.sekisho.routing.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Reach.Verdict;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.overlap.Clients;
import dev.sekisho.routing.overlap.Contest;
import dev.sekisho.routing.overlap.Contest.Outcome;
import dev.sekisho.routing.overlap.HostClass;
import dev.sekisho.routing.table.PortTable.CompiledHost;

/**
 * Finds out whether requests reach the routes of a virtual host.
 */
public final class ReachSearch {

	private final RouteTable table;

	private final int port;

	private final HostRoutes routes;

	private final Clients clients;

	ReachSearch(RouteTable table, PortTable ports, int port, CompiledHost host) {
		this.table = table;
		this.port = port;
		this.routes = host.routes();
		this.clients = new Clients(table.mesh(),
				new HostClass(host.virtualHost().domains().get(0), ports::domains, ports::domainFor),
				!host.virtualHost().tlsRequired());
	}

	/**
	 * The verdict alone, which is remembered.
	 * @param position the route's position
	 * @return the verdict
	 */
	public Verdict verdict(int position) {
		Verdict known = this.routes.verdict(position);
		return (known != null) ? known : reach(position).verdict();
	}

	/**
	 * Finds out whether a route gets requests.
	 * @param position its position in the virtual host, from 0
	 * @return what was found
	 */
	public Reach reach(int position) {
		CompiledRoute route = this.routes.get(position);
		List<CompiledRoute> order = this.routes.meeting(route, position);
		if (order.contains(route)) {
			return new Reach(Verdict.SHADOWED, null, null, List.of(route.route()));
		}
		order.add(route);
		Contest contest = new Contest(route, order, List.of(), false, this.clients);
		Findings findings = new Findings(route, order.size() - 1);
		contest.run(findings);
		boolean complete = contest.complete();
		if (!complete && findings.witness == null) {
			Contest shorter = new Contest(route, order, List.of(), true, this.clients);
			shorter.run((outcome) -> outcome.first() != route || findings.visit(outcome));
			complete = shorter.complete() && findings.witness == null && findings.shadowed != null;
		}
		Verdict verdict = findings.verdict(complete);
		if (order.stream().noneMatch((other) -> other.condition().dependsOnHost())) {
			this.routes.remember(position, verdict);
		}
		return new Reach(verdict, findings.witness, findings.shadowed, findings.takers(order));
	}

	/**
	 * What was found about one route.
	 */
	private final class Findings implements Contest.Visitor {

		private final CompiledRoute route;

		private final int rivals;

		private final Set<CompiledRoute> winners = new LinkedHashSet<>();

		private @Nullable HttpRequest witness;

		private @Nullable HttpRequest shadowed;

		private boolean contradicted;

		Findings(CompiledRoute route, int rivals) {
			this.route = route;
			this.rivals = rivals;
		}

		@Override
		public boolean visit(Outcome outcome) {
			CompiledRoute winner = outcome.first();
			if (winner == this.route && this.witness == null) {
				this.witness = confirmed(outcome, winner);
			}
			else if (winner != null && winner != this.route) {
				this.winners.add(winner);
				this.shadowed = (this.shadowed != null) ? this.shadowed : confirmed(outcome, winner);
			}
			boolean settled = this.witness != null && (this.shadowed != null || this.rivals == 0);
			return !settled || this.winners.size() < Math.min(this.rivals, Reach.MOST_TAKERS);
		}

		Verdict verdict(boolean complete) {
			if (this.witness != null && this.shadowed != null) {
				return Verdict.PARTLY_SHADOWED;
			}
			if (!complete || this.contradicted) {
				return Verdict.CANT_TELL;
			}
			if (this.witness != null) {
				return Verdict.REACHED;
			}
			return (this.shadowed != null) ? Verdict.SHADOWED : Verdict.NEVER_MATCHES;
		}

		List<Route> takers(List<CompiledRoute> order) {
			return order.stream()
				.filter((earlier) -> earlier != this.route && this.winners.contains(earlier))
				.limit(Reach.MOST_TAKERS)
				.map(CompiledRoute::route)
				.toList();
		}

		private @Nullable HttpRequest confirmed(Outcome outcome, CompiledRoute winner) {
			HttpRequest request = outcome.witness(ReachSearch.this.port);
			if (ReachSearch.this.table.answer(request).route() == winner.route()) {
				return request;
			}
			this.contradicted = true;
			return null;
		}

	}

}
