package dev.sekisho.check.claim;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.MatchBlocks;
import dev.sekisho.check.MatchShape;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * A match on methods, headers or query parameters alone, without a path, is only for who
 * has a host for itself: it keeps its place and takes such requests of every younger
 * route.
 */
class EveryPathNotClaimed implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0214");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Located match : MatchBlocks.of(examination)) {
			if (MatchShape.of(match.node(), examination.mesh()) == MatchShape.EVERY_PATH
					&& !(EveryPath.unclaimedHosts(examination).isEmpty() && !EveryPath.onAnyHost(examination))) {
				report.add(this, Occurrence.at(match.path(), Argument.text(examination.namespace()))
					.saying(EveryPath.nearest(examination)));
			}
		}
	}

}
