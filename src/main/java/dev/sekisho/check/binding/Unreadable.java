package dev.sekisho.check.binding;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * The routing engine can read the manifest. What it can't read it can't compare with the
 * routes of others.
 */
class Unreadable implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0113");
	}

	@Override
	public void check(Examination examination, Report report) {
		examination.after()
			.unreadable()
			.stream()
			.filter((object) -> object.kind().equals("VirtualService")
					&& object.name().equals(examination.virtualService()))
			.findFirst()
			.ifPresent((object) -> report.add(this, Occurrence.at("/spec", Argument.text(object.reason()))));
	}

}
