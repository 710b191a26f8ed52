package dev.sekisho.check.ownership;

import java.util.Map;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * The namespace says which team owns it, so that others know whom to ask.
 */
class NoOwner implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.notice("SKS0705").needing(Need.SHARED_GATEWAY, Need.NAMESPACES);
	}

	@Override
	public void check(Examination examination, Report report) {
		Map<String, String> labels = examination.surroundings().labels(examination.namespace());
		String label = examination.gateway().owner().label();
		if (!labels.isEmpty() && !labels.containsKey(label)) {
			report.add(this,
					Occurrence.at("/metadata/namespace", Argument.text(examination.namespace()), Argument.text(label)));
		}
	}

}
