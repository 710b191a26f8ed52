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
 * A subset is declared by a DestinationRule that the gateway sees.
 */
class MissingSubset implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0409").like("IST0101", "KIA1107").needing(Need.SERVICES, Need.DESTINATION_RULES);
	}

	@Override
	public void check(Examination examination, Report report) {
		Clusters clusters = new Clusters(examination);
		for (Found found : Target.found(examination)) {
			String subset = found.target().field().at("subset").text();
			boolean portIsThere = found.target().port() == 0 || found.hasPort(found.target().port());
			if (!subset.isEmpty() && portIsThere && !found.external()
					&& !clusters.known(found, examination.mesh().clusterDomain()).orElse(true)) {
				report.add(this,
						Occurrence
							.at(found.target().field().at("subset").path(), Argument.text(subset),
									Argument.text(found.key().toString()))
							.as(ServiceNotFound.atStage(examination)));
			}
		}
	}

}
