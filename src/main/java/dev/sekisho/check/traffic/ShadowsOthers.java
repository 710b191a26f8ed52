package dev.sekisho.check.traffic;

import java.util.List;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Reach.Verdict;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.impact.TrafficImpact.Problem;

/**
 * Every route of another namespace that requests reach goes on being reached.
 */
class ShadowsOthers implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.acknowledge("SKS0502").like("KIA1106").needing(Need.CHANGE);
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Problem problem : lost(examination)) {
			Reach reach = problem.reach();
			report.add(this,
					Occurrence
						.at(path(examination, reach), Argument.routes(List.of(problem.route().virtualService())),
								Said.path(problem.route()), Argument.text(problem.virtualHost()))
						.saying(Said.witness(reach.shadowedWitness(), problem.virtualHost())));
		}
	}

	static List<Problem> lost(Examination examination) {
		return examination.impact()
			.introduced()
			.stream()
			.filter((problem) -> problem.reach().verdict() == Verdict.SHADOWED
					&& !Said.own(examination, problem.route()))
			.toList();
	}

	private static String path(Examination examination, Reach reach) {
		return reach.by()
			.stream()
			.filter((taker) -> taker.virtualService().equals(examination.virtualService()))
			.findFirst()
			.map((Route taker) -> examination.pointer(taker))
			.orElse("");
	}

}
