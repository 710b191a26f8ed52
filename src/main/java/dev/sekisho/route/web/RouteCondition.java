package dev.sekisho.route.web;

import java.util.List;

/**
 * How a route fares, and why.
 *
 * @param state how
 * @param findings why, and what else is to be said
 */
record RouteCondition(RouteState state, List<RouteFinding> findings) {

	RouteCondition {
		findings = List.copyOf(findings);
	}

	boolean hasWarning() {
		return this.findings.stream().anyMatch(RouteFinding::isWarning);
	}

}
