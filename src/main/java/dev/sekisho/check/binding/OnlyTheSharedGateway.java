package dev.sekisho.check.binding;

import java.util.List;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.check.Located;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.cluster.ObjectKey;

/**
 * A VirtualService is bound to the shared gateway alone, written as
 * {@code namespace/name}.
 */
class OnlyTheSharedGateway implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0110").like("IST0101", "KIA1102", "KIA1108").needing(Need.SHARED_GATEWAY);
	}

	@Override
	public void check(Examination examination, Report report) {
		if (examination.spec().isMissingNode()) {
			return;
		}
		ObjectKey gateway = examination.gateway().gateway();
		List<Located> gateways = examination.list("gateways");
		if (gateways.isEmpty()) {
			report.add(this, wrong("/spec/gateways", Argument.message("gateways.none"), gateway));
		}
		for (Located reference : gateways) {
			if (!gateway.toString().equals(reference.text())) {
				report.add(this, wrong(reference.path(), what(reference), gateway));
			}
		}
	}

	private static Occurrence wrong(String path, String what, ObjectKey gateway) {
		Fix fix = new Fix("check.fix.gateway",
				List.of(new JsonPatchOperation("add", "/spec/gateways", List.of(gateway.toString()))));
		return Occurrence.at(path, what, Argument.text(gateway.toString())).repairedBy(fix);
	}

	private static String what(Located reference) {
		if ("mesh".equals(reference.text())) {
			return Argument.message("gateways.mesh");
		}
		return Argument.text(reference.isText() ? reference.text() : reference.node().toString());
	}

}
