package dev.sekisho.check.traffic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.impact.TrafficImpact.Moved;

/**
 * Requests that a route of this namespace answers today don't go to another namespace's
 * route by a change here.
 */
class GivesToOthers implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.notice("SKS0510").needing(Need.CHANGE);
	}

	@Override
	public void check(Examination examination, Report report) {
		Map<ObjectName, Moved> first = new LinkedHashMap<>();
		for (Moved moved : examination.impact().moved()) {
			Route before = moved.before();
			Route after = moved.after();
			if (before != null && after != null && Said.own(examination, before) && !Said.own(examination, after)) {
				first.putIfAbsent(after.virtualService(), moved);
			}
		}
		first.forEach((winner, moved) -> report.add(this, Occurrence.at("", Argument.routes(List.of(winner)))
			.saying(Said.witness(moved.witness(), moved.virtualHost()))));
	}

}
