package dev.sekisho.check.claim;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.MatchBlocks;
import dev.sekisho.check.MatchShape;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * What takes every path needs a claim of {@code /} on the host. Where a shared gateway
 * has no claims, it needs a host that no other namespace uses.
 */
class CatchAllNotClaimed implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0212").needing(Need.CLAIMS);
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Located match : MatchBlocks.of(examination)) {
			if (MatchShape.of(match.node(), examination.mesh()) == MatchShape.CATCH_ALL) {
				EveryPath.unclaimedHosts(examination)
					.forEach((host) -> report.add(this,
							Occurrence.at(match.path(), Argument.text(host), Argument.text(examination.namespace()))
								.saying(WantedClaim.of(examination, host, "/"))));
			}
		}
	}

}
