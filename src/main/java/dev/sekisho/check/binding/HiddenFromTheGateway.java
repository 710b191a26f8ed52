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
 * The VirtualService is exported to the gateway's namespace. Otherwise the gateway never
 * gets it.
 */
class HiddenFromTheGateway implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0121").like("KIA0005");
	}

	@Override
	public void check(Examination examination, Report report) {
		Located exportTo = new Located("/spec/exportTo", examination.spec().path("exportTo"));
		List<String> entries = exportTo.items().stream().map(Located::text).toList();
		String gateways = examination.after().pods().namespace();
		boolean seen = entries.isEmpty() || entries.contains("*") || entries.contains(gateways)
				|| (entries.contains(".") && examination.namespace().equals(gateways));
		if (!seen) {
			report.add(this,
					Occurrence.at(exportTo.path(), Argument.text(String.join(", ", entries)), Argument.text(gateways))
						.repairedBy(Removal.of("check.fix.export", exportTo)));
		}
	}

}
