package dev.sekisho.check.destination;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.check.destination.Target.Found;

/**
 * The Service of a destination is exported to the gateway's namespace (annotation
 * {@code networking.istio.io/exportTo}).
 */
class ServiceNotExported implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0410").needing(Need.SERVICES);
	}

	@Override
	public void check(Examination examination, Report report) {
		Clusters clusters = new Clusters(examination);
		for (Found found : Target.found(examination)) {
			boolean subset = !found.target().field().at("subset").text().isEmpty();
			if (!subset && found.hasPort(found.target().port()) && !found.external()
					&& !clusters.known(found, examination.mesh().clusterDomain()).orElse(true)) {
				report.add(this,
						Occurrence
							.at(found.target().hostField().path(), Argument.text(found.key().toString()),
									Argument.text(examination.after().pods().namespace()))
							.as(ServiceNotFound.atStage(examination)));
			}
		}
	}

}
