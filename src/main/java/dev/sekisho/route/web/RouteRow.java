package dev.sekisho.route.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Route;

/**
 * A row of the list of routes.
 *
 * @param position its place in the virtual host, from 1
 * @param port the port the gateway's pods listen on
 * @param hostNumber the place of its virtual host in the table, from 1
 * @param virtualHost the domain; empty if the reader may not know it
 * @param hostRoutes how many routes the virtual host has
 * @param visible whether the reader sees the route; if not, the rest is blank
 * @param match its conditions
 * @param destination what it does
 * @param virtualService where it is written
 * @param rank why it stands where it stands
 * @param state how it fares
 * @param findings what is to be said about it
 */
record RouteRow(int position, int port, int hostNumber, String virtualHost, int hostRoutes, boolean visible,
		@Nullable MatchView match, @Nullable ActionView destination, @Nullable ObjectName virtualService,
		@Nullable RankView rank, RouteState state, List<RouteFinding> findings) {

	RouteRow {
		findings = List.copyOf(findings);
	}

	static RouteRow hidden(ListedRoute route, boolean hostKnown) {
		return new RouteRow(route.index() + 1, route.port(), route.hostNumber(), hostKnown ? domain(route) : "",
				route.virtualHost().routes().size(), false, null, null, null, null, RouteState.HIDDEN, List.of());
	}

	static RouteRow of(ListedRoute listed, RouteCondition condition, Reader reader) {
		Route route = listed.route();
		List<RouteFinding> findings = condition.findings().stream().map((one) -> one.seenBy(reader)).toList();
		return new RouteRow(listed.index() + 1, listed.port(), listed.hostNumber(), domain(listed),
				listed.virtualHost().routes().size(), true, MatchView.of(route.match()), ActionView.of(route.action()),
				route.virtualService(), RankView.of(listed, reader), condition.state(), findings);
	}

	boolean sameGroup(RouteRow other) {
		return this.hostNumber == other.hostNumber;
	}

	private static String domain(ListedRoute route) {
		return String.join(", ", route.virtualHost().domains());
	}

}
