package dev.sekisho.check.destination;

import java.util.List;
import java.util.Map;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.check.destination.Target.Found;

/**
 * The Service of a destination has the port.
 */
class MissingPort implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0406").like("IST0101").needing(Need.SERVICES);
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Found found : Target.found(examination)) {
			int port = found.target().port();
			if (port != 0 && !found.external() && !found.hasPort(port)) {
				report.add(this, missing(found, port));
			}
		}
	}

	private static Occurrence missing(Found found, int port) {
		String path = found.target().field().at("port").path();
		Occurrence missing = Occurrence
			.at(path, Argument.text(found.key().toString()), Argument.text(String.valueOf(port)))
			.saying(Argument.text(found.ports()));
		return (found.service().ports().size() == 1)
				? missing.repairedBy(fix(path, found.service().ports().get(0).number())) : missing;
	}

	static Fix fix(String path, int number) {
		return new Fix("check.fix.port", List.of(new JsonPatchOperation("add", path, Map.of("number", number))));
	}

}
