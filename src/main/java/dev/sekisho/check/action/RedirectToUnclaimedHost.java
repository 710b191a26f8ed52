package dev.sekisho.check.action;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.check.claim.CanonicalHost;
import dev.sekisho.check.claim.ClaimedSpace;

/**
 * A redirect leads to a host that is claimed for the namespace, or stays on the host that
 * was asked for. Elsewhere it could send people to a look-alike.
 */
class RedirectToUnclaimedHost implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0609").needing(Need.CLAIMS);
	}

	@Override
	public void check(Examination examination, Report report) {
		ClaimedSpace claimed = ClaimedSpace.of(examination, examination.namespace());
		for (Located entry : examination.http()) {
			Located authority = entry.at("redirect").at("authority");
			if (!authority.text().isEmpty() && !isOwn(examination, claimed, authority.text())) {
				report.add(this, Occurrence.at(authority.path(), Argument.text(authority.text()),
						Argument.text(examination.namespace())));
			}
		}
	}

	private static boolean isOwn(Examination examination, ClaimedSpace claimed, String authority) {
		String host = CanonicalHost.of(authority).text();
		boolean served = examination.list("hosts")
			.stream()
			.anyMatch((one) -> CanonicalHost.of(one.text()).text().equals(host));
		return served || (!claimed.open() && claimed.hasHost(host));
	}

}
