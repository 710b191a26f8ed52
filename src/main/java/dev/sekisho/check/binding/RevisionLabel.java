package dev.sekisho.check.binding;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * The label {@code istio.io/rev} isn't set: it decides which istiod reads the object, if
 * any does.
 */
class RevisionLabel implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0131").needing(Need.SHARED_GATEWAY);
	}

	@Override
	public void check(Examination examination, Report report) {
		Located label = new Located("/metadata/labels", examination.manifest().path("metadata").path("labels"))
			.at("istio.io/rev");
		if (label.exists()) {
			report.add(this, Occurrence.at(label.path(), Argument.text(label.node().asText()))
				.repairedBy(Removal.of("check.fix.remove-label", label)));
		}
	}

}
