package dev.sekisho.check.traffic;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.PlacedRoute;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Reach.Verdict;

/**
 * No route of the VirtualService is left without requests by earlier routes of the same
 * namespace.
 */
class ShadowedByOwn implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0505").like("IST0130", "IST0131");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (PlacedRoute placed : examination.routes()) {
			Reach reach = placed.reach();
			if (reach.verdict() == Verdict.SHADOWED
					&& reach.by().stream().allMatch((taker) -> Said.own(examination, taker))) {
				report.add(this,
						Occurrence
							.at(examination.pointer(placed.route()), Said.path(placed.route()), placed.hosts(),
									Said.routes(reach.by()))
							.saying(Said.why(reach.by().get(0), placed),
									Said.witness(reach.shadowedWitness(), placed.virtualHost().name())));
			}
		}
	}

}
