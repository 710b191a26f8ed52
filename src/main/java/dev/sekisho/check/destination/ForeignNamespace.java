package dev.sekisho.check.destination;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.cluster.ObjectKey;

/**
 * A destination is a Service of the VirtualService's own namespace.
 */
class ForeignNamespace implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0401").needing(Need.SHARED_GATEWAY);
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Target target : Target.of(examination)) {
			ObjectKey key = target.key();
			if (key != null && !key.namespace().equals(examination.namespace())) {
				report.add(this, Occurrence.at(target.hostField().path(), Argument.text(target.host()),
						Argument.text(key.namespace()), Argument.text(examination.namespace())));
			}
		}
	}

}
