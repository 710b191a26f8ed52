package dev.sekisho.check.traffic;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.PlacedRoute;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.check.claim.CanonicalHost;
import dev.sekisho.routing.Reach.Verdict;

/**
 * It can be told whether requests reach a route. Where the budget for that is spent, the
 * finding is all that can be said.
 */
class CantTell implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0507");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (PlacedRoute placed : examination.routes()) {
			if (placed.reach().verdict() == Verdict.CANT_TELL
					&& CanonicalHost.isAsked(placed.virtualHost().domains())) {
				report.add(this,
						Occurrence.at(examination.pointer(placed.route()), Said.path(placed.route()), placed.hosts())
							.saying(Said.witness(placed.reach().witness(), placed.virtualHost().name())));
			}
		}
	}

}
