package dev.sekisho.check.destination;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * A destination isn't a Service of type ExternalName, which leads out of the cluster.
 */
class ExternalNameDestination implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0403").needing(Need.SHARED_GATEWAY, Need.SERVICES);
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Target.Found found : Target.found(examination)) {
			if (found.external()) {
				report.add(this,
						Occurrence.at(found.target().hostField().path(), Argument.text(found.key().toString())));
			}
		}
	}

}
