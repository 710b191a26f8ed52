package dev.sekisho.check.destination;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * A destination lies in the cluster: neither a host that a ServiceEntry would declare,
 * nor an address.
 */
class ExternalDestination implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0402").like("IST0101", "KIA1101").needing(Need.SHARED_GATEWAY);
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Target target : Target.of(examination)) {
			if (target.key() == null && HalfName.of(target, examination) == null) {
				report.add(this, Occurrence.at(target.hostField().path(), Argument.text(target.host())));
			}
		}
	}

}
