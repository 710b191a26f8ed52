package dev.sekisho.check.binding;

import java.util.List;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * The VirtualService isn't exported in a way that puts it before older routes: to the
 * gateway's namespace by name, or to itself alone within that namespace
 * ({@code initVirtualServices}).
 */
class QueueJump implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0120");
	}

	@Override
	public void check(Examination examination, Report report) {
		Located exportTo = new Located("/spec/exportTo", examination.spec().path("exportTo"));
		List<String> entries = exportTo.items().stream().map(Located::text).toList();
		String gateways = examination.after().pods().namespace();
		boolean inside = examination.namespace().equals(gateways);
		boolean jumps = entries.contains(gateways) || (inside && entries.contains("."));
		if (jumps && !entries.contains("*")) {
			report.add(this,
					Occurrence.at(exportTo.path(), Argument.text(String.join(", ", entries)), Argument.text(gateways))
						.repairedBy(Removal.of("check.fix.export", exportTo)));
		}
	}

}
