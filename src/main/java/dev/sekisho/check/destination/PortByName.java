package dev.sekisho.check.destination;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * A destination's port is given by number. Istio knows no names there: the API server
 * refuses or drops them.
 */
class PortByName implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0407");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Target target : Target.of(examination)) {
			String name = name(target.field().node().path("port"));
			if (!name.isEmpty()) {
				report.add(this, byName(target, name, examination));
			}
		}
	}

	private static Occurrence byName(Target target, String name, Examination examination) {
		String path = target.field().at("port").path();
		Occurrence byName = Occurrence.at(path, Argument.text(name));
		return Target.found(examination)
			.stream()
			.filter((found) -> found.target().equals(target))
			.flatMap((found) -> found.service().ports().stream())
			.filter((port) -> port.name().equals(name) || name.equals(String.valueOf(port.number())))
			.findFirst()
			.map((port) -> byName.repairedBy(MissingPort.fix(path, port.number())))
			.orElse(byName);
	}

	private static String name(JsonNode port) {
		for (JsonNode candidate : List.of(port, port.path("name"), port.path("number"))) {
			if (candidate.isTextual()) {
				return candidate.textValue();
			}
		}
		return "";
	}

}
