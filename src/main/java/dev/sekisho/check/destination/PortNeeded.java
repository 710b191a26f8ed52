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
 * A destination that leaves out the port has a Service with only one. With several, the
 * gateway's own port number is taken, whatever the Service calls it.
 */
class PortNeeded implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0408").like("IST0112").needing(Need.SERVICES);
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Found found : Target.found(examination)) {
			boolean left = found.target().field().node().path("port").isEmpty()
					&& !found.target().field().at("port").isText();
			if (left && !found.external() && found.service().ports().size() > 1) {
				report.add(this, needed(found));
			}
		}
	}

	private static Occurrence needed(Found found) {
		Occurrence needed = Occurrence.at(found.target().field().path(), Argument.text(found.key().toString()))
			.saying(Argument.text(found.ports()));
		return found.service()
			.ports()
			.stream()
			.filter((port) -> port.number() == 80 || port.name().startsWith("http"))
			.findFirst()
			.map((port) -> needed.repairedBy(MissingPort.fix(found.target().field().at("port").path(), port.number())))
			.orElse(needed);
	}

}
