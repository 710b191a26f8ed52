package dev.sekisho.check.traffic;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * A new host takes no requests away from the namespace's own routes on a wider host.
 */
class OwnHostCapture implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0508").needing(Need.CHANGE);
	}

	@Override
	public void check(Examination examination, Report report) {
		HostCapture.captured(examination, true)
			.forEach((host, moved) -> report.add(this, HostCapture.occurrence(examination, host, moved)));
	}

}
