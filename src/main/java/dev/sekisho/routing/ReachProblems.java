package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.sekisho.routing.PortTable.CompiledHost;
import dev.sekisho.routing.Reach.Verdict;
import dev.sekisho.routing.TrafficImpact.Moved;
import dev.sekisho.routing.TrafficImpact.Problem;

/**
 * Compares which routes of two tables aren't reached at all.
 */
final class ReachProblems {

	private final RouteTable before;

	private final RouteTable after;

	ReachProblems(RouteTable before, RouteTable after) {
		this.before = before;
		this.after = after;
	}

	TrafficImpact with(List<Moved> moved) {
		Map<String, Problem> old = problems(this.before);
		Map<String, Problem> now = problems(this.after);
		List<Problem> introduced = new ArrayList<>();
		now.forEach((key, problem) -> {
			if (!old.containsKey(key)) {
				introduced.add(problem);
			}
		});
		List<Problem> fixed = new ArrayList<>();
		old.forEach((key, problem) -> {
			if (!now.containsKey(key)) {
				fixed.add(problem);
			}
		});
		return new TrafficImpact(moved, introduced, fixed, now.size() - introduced.size());
	}

	private static Map<String, Problem> problems(RouteTable table) {
		Map<String, Problem> problems = new LinkedHashMap<>();
		for (int port : table.ports()) {
			PortTable ports = table.table(port);
			if (ports != null) {
				ports.hosts().forEach((host) -> collect(table, port, host, problems));
			}
		}
		return problems;
	}

	private static void collect(RouteTable table, int port, CompiledHost host, Map<String, Problem> problems) {
		String name = host.virtualHost().name();
		Set<CompiledRoute> seen = new HashSet<>();
		for (int position = 0; position < host.routes().size(); position++) {
			CompiledRoute route = host.routes().get(position);
			if (!seen.add(route)) {
				continue;
			}
			Reach reach = table.reach(port, name, position);
			if (reach.verdict() == Verdict.SHADOWED || reach.verdict() == Verdict.NEVER_MATCHES) {
				String key = port + " " + name + " " + route.route().virtualService() + " "
						+ route.route().contentHash() + " " + reach.verdict();
				problems.put(key, new Problem(port, name, route.route(), reach));
			}
		}
	}

}
