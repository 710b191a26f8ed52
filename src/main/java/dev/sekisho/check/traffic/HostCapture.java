package dev.sekisho.check.traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.impact.TrafficImpact.Kind;
import dev.sekisho.routing.impact.TrafficImpact.Moved;

/**
 * A new host takes no requests away from other namespaces' routes on a wider host. Envoy
 * chooses one virtual host and never falls through to a wider one.
 */
class HostCapture implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.acknowledge("SKS0503").needing(Need.CHANGE);
	}

	@Override
	public void check(Examination examination, Report report) {
		captured(examination, false).forEach((host, moved) -> report.add(this, occurrence(examination, host, moved)));
	}

	static Map<String, List<Moved>> captured(Examination examination, boolean own) {
		Map<String, List<Moved>> captured = new LinkedHashMap<>();
		for (Moved moved : examination.impact().moved()) {
			Route before = moved.before();
			if (moved.kind() == Kind.HOST_CAPTURED && before != null && Said.own(examination, before) == own
					&& (!own || moved.after() == null)) {
				captured.computeIfAbsent(moved.virtualHost(), (host) -> new ArrayList<>()).add(moved);
			}
		}
		return captured;
	}

	static Occurrence occurrence(Examination examination, String host, List<Moved> moved) {
		List<Route> losers = moved.stream().map(Moved::before).filter(Objects::nonNull).toList();
		return Occurrence.at(path(examination, host), Argument.text(host), Said.routes(losers))
			.saying(Said.witness(moved.get(0).witness(), host));
	}

	private static String path(Examination examination, String host) {
		return examination.list("hosts")
			.stream()
			.filter((written) -> written.text().equalsIgnoreCase(host))
			.map(Located::path)
			.findFirst()
			.orElse("/spec/hosts");
	}

}
