package dev.sekisho.check.claim;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * There is at least one host. A VirtualService without any is only a part of others that
 * delegate to it.
 */
class NoHost implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0205");
	}

	@Override
	public void check(Examination examination, Report report) {
		if (examination.spec().isObject() && examination.spec().path("hosts").isEmpty()) {
			report.add(this, Occurrence.at("/spec/hosts"));
		}
	}

}
