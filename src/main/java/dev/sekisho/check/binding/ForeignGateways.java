package dev.sekisho.check.binding;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.cluster.ObjectKey;

/**
 * No Gateway of another namespace applies to the same ingress gateway. Such a Gateway
 * brings virtual hosts and redirects of its own into the one route table.
 */
class ForeignGateways implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.notice("SKS0112").like("IST0145", "KIA0301").needing(Need.SHARED_GATEWAY);
	}

	@Override
	public void check(Examination examination, Report report) {
		ObjectKey shared = examination.gateway().gateway();
		long foreign = examination.after()
			.gateways()
			.stream()
			.filter((gateway) -> !gateway.namespace().equals(shared.namespace()))
			.count();
		if (foreign > 0 && examination.spec().isObject()) {
			report.add(this, Occurrence.at("/spec/gateways", Argument.text(shared.toString()))
				.saying(Argument.text(String.valueOf(foreign))));
		}
	}

}
