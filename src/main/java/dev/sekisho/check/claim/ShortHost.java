package dev.sekisho.check.claim;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * A host has a dot. Istio completes one without to the name of a Service, which clients
 * of the load balancer don't ask for.
 */
class ShortHost implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0203");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Located host : examination.list("hosts")) {
			if (host.isText() && !host.text().isEmpty() && !host.text().contains("*") && !host.text().contains(".")
					&& !host.text().contains(":")) {
				report.add(this, Occurrence.at(host.path(), Argument.text(host.text()), Argument
					.text(host.text() + "." + examination.namespace() + ".svc." + examination.mesh().clusterDomain())));
			}
		}
	}

}
