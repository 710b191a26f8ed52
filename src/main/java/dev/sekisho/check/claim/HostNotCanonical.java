package dev.sekisho.check.claim;

import java.util.List;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.check.Located;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.check.Severity;

/**
 * A host is written as clients ask for it: in ASCII, without a port and a dot at the end.
 */
class HostNotCanonical implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0202");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Located host : examination.list("hosts")) {
			String canonical = CanonicalHost.of(host.text()).text();
			if (host.isText() && !host.text().equals(canonical)) {
				Occurrence written = Occurrence.at(host.path(), Argument.text(host.text()), Argument.text(canonical))
					.repairedBy(new Fix("check.fix.host",
							List.of(new JsonPatchOperation("replace", host.path(), canonical))));
				report.add(this, host.text().equalsIgnoreCase(canonical) ? written.as(Severity.WARNING) : written);
			}
		}
	}

}
