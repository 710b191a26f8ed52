package dev.sekisho.check.claim;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * Each host is claimed for the namespace, however it is written. A wildcard needs a claim
 * of the same wildcard.
 */
class HostNotClaimed implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0201").needing(Need.CLAIMS);
	}

	@Override
	public void check(Examination examination, Report report) {
		ClaimedSpace claimed = ClaimedSpace.of(examination);
		for (Located host : examination.list("hosts")) {
			if (!claimed.hasHost(host.text())) {
				report.add(this,
						Occurrence.at(host.path(), Argument.text(host.text()), Argument.text(examination.namespace()))
							.saying(hosts(claimed), WantedClaim.of(examination, host.text(), "/...")));
			}
		}
	}

	private static String hosts(ClaimedSpace claimed) {
		return claimed.hosts().isEmpty() ? Argument.message("claim.no-host")
				: Argument.text(String.join(", ", claimed.hosts()));
	}

}
