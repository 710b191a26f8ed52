package dev.sekisho.check.destination;

import java.util.List;
import java.util.Locale;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.check.Severity;
import dev.sekisho.check.Stage;
import dev.sekisho.cluster.ObjectKey;

/**
 * The Service of a destination exists. It may come later than the route is drafted, not
 * later than it is applied.
 */
class ServiceNotFound implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0405").like("IST0101", "KIA1101").needing(Need.SERVICES);
	}

	@Override
	public void check(Examination examination, Report report) {
		if (!examination.surroundings().servicesKnown()) {
			return;
		}
		for (Target target : Target.of(examination)) {
			ObjectKey key = target.key();
			if (key != null && key.namespace().equals(examination.namespace())
					&& examination.surroundings().service(key).isEmpty()) {
				report.add(this, missing(target, key, examination));
			}
		}
	}

	static Severity atStage(Examination examination) {
		return (examination.stage() == Stage.APPLY) ? Severity.BLOCKING : Severity.WARNING;
	}

	private static Occurrence missing(Target target, ObjectKey key, Examination examination) {
		Occurrence missing = Occurrence.at(target.hostField().path(), Argument.text(key.name()),
				Argument.text(key.namespace()));
		ObjectKey lower = new ObjectKey(key.namespace(), key.name().toLowerCase(Locale.ROOT));
		if (!lower.equals(key) && examination.surroundings().service(lower).isPresent()) {
			String host = lower.name() + target.host().substring(key.name().length());
			missing = missing.repairedBy(new Fix("check.fix.lower-case",
					List.of(new JsonPatchOperation("replace", target.hostField().path(), host))));
		}
		return missing.as(atStage(examination));
	}

}
