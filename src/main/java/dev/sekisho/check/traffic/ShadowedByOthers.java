package dev.sekisho.check.traffic;

import java.util.List;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.PlacedRoute;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Reach.Verdict;
import dev.sekisho.routing.Route;

/**
 * No route of the VirtualService is left without requests by routes of other namespaces.
 */
class ShadowedByOthers implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0504").like("KIA1106");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (PlacedRoute placed : examination.routes()) {
			Reach reach = placed.reach();
			List<Route> others = reach.by().stream().filter((taker) -> !Said.own(examination, taker)).toList();
			if (reach.verdict() == Verdict.SHADOWED && !others.isEmpty()) {
				report.add(this,
						Occurrence
							.at(examination.pointer(placed.route()), Said.path(placed.route()), placed.hosts(),
									Said.routes(others))
							.saying(Said.why(others.get(0), placed),
									Said.witness(reach.shadowedWitness(), placed.virtualHost().name())));
			}
		}
	}

}
