package dev.sekisho.check.destination;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * Says so when it can't be told whether the Services of destinations exist.
 */
class ServicesNotVisible implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.notice("SKS0411").needing(Need.SERVICES);
	}

	@Override
	public void check(Examination examination, Report report) {
		if (!examination.surroundings().servicesKnown() && !Target.of(examination).isEmpty()) {
			report.add(this, Occurrence.at("/spec/http"));
		}
	}

}
