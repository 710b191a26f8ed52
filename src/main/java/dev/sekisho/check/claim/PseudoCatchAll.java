package dev.sekisho.check.claim;

import java.util.List;
import java.util.Map;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.check.Located;
import dev.sekisho.check.MatchBlocks;
import dev.sekisho.check.MatchShape;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * What takes every path is written in the form that Istio moves to the end. Other forms
 * keep their place and take the requests of every younger route
 * ({@code IsCatchAllRoute}).
 */
class PseudoCatchAll implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0213");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Located match : MatchBlocks.of(examination)) {
			if (MatchShape.of(match.node(), examination.mesh()) == MatchShape.PSEUDO_CATCH_ALL) {
				Located uri = match.at("uri");
				Fix fix = new Fix("check.fix.catch-all",
						List.of(new JsonPatchOperation("replace", uri.path(), Map.of("prefix", "/"))));
				report.add(this, Occurrence.at(uri.path(), Argument.text(uri.node().toString())).repairedBy(fix));
			}
		}
	}

}
