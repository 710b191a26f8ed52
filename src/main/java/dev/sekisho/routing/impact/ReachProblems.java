package dev.sekisho.routing.impact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Reach.Verdict;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.impact.TrafficImpact.Moved;
import dev.sekisho.routing.impact.TrafficImpact.Problem;
import dev.sekisho.routing.table.HostRoutes;
import dev.sekisho.routing.table.PortTable;
import dev.sekisho.routing.table.PortTable.CompiledHost;
import dev.sekisho.routing.table.ReachSearch;
import dev.sekisho.routing.table.RouteSequence;
import dev.sekisho.routing.table.RouteTable;

/**
 * Compares which routes of two tables aren't reached at all.
 */
final class ReachProblems {

	private final RouteTable before;

	private final RouteTable after;

	private final Map<String, Problem> fixed = new LinkedHashMap<>();

	private final Map<String, Problem> introduced = new LinkedHashMap<>();

	private int unchanged;

	ReachProblems(RouteTable before, RouteTable after) {
		this.before = before;
		this.after = after;
	}

	TrafficImpact with(List<Moved> moved) {
		Set<Integer> ports = new TreeSet<>(this.before.ports());
		ports.addAll(this.after.ports());
		ports.forEach(this::compare);
		Set<String> both = new HashSet<>(this.fixed.keySet());
		both.retainAll(this.introduced.keySet());
		this.fixed.keySet().removeAll(both);
		this.introduced.keySet().removeAll(both);
		this.unchanged += both.size();
		return new TrafficImpact(moved, new ArrayList<>(this.introduced.values()), new ArrayList<>(this.fixed.values()),
				this.unchanged);
	}

	private void compare(int port) {
		Map<String, CompiledHost> old = hosts(this.before.table(port));
		Map<String, CompiledHost> now = hosts(this.after.table(port));
		old.forEach((name, host) -> compare(new Standing(this.before, port, host),
				now.containsKey(name) ? new Standing(this.after, port, now.get(name)) : null));
		now.forEach((name, host) -> {
			if (!old.containsKey(name)) {
				new Standing(this.after, port, host).collect(this.introduced);
			}
		});
	}

	private void compare(Standing one, @Nullable Standing other) {
		if (other == null) {
			one.collect(this.fixed);
			return;
		}
		HostRoutes first = one.host.routes();
		HostRoutes second = other.host.routes();
		boolean simple = first.parts().size() == 1 && second.parts().size() == 1
				&& !first.parts().get(0).dependsOnHosts() && !second.parts().get(0).dependsOnHosts();
		if (!simple) {
			one.collect(this.fixed);
			other.collect(this.introduced);
			return;
		}
		one.complete();
		if (first != second) {
			other.complete();
			compare(one, first.parts().get(0), other, second.parts().get(0));
		}
		this.unchanged += first.parts().get(0).problems();
	}

	// Counts what's gone out of the unchanged ones.
	private void compare(Standing one, RouteSequence first, Standing other, RouteSequence second) {
		Difference difference = Difference.between(one.host.routes(), other.host.routes());
		int size = this.fixed.size();
		difference.gone().forEach((position) -> one.add(position, this.fixed));
		difference.added().forEach((position) -> other.add(position, this.introduced));
		difference.replaced().forEach((pair) -> compare(one, pair[0], other, pair[1]));
		int i = 0;
		int j = 0;
		while (i < first.size() && j < second.size()) {
			int shared = first.routes().shared(i, second.routes(), j);
			if (shared > 0) {
				i += shared;
				j += shared;
			}
			else if (first.get(i) == second.get(j)) {
				if (first.isProblem(i) || second.isProblem(j)) {
					compare(one, i, other, j);
				}
				i++;
				j++;
			}
			else if (CompiledRoute.ORDER.compare(first.get(i), second.get(j)) <= 0) {
				i++;
			}
			else {
				j++;
			}
		}
		this.unchanged -= this.fixed.size() - size;
	}

	private void compare(Standing one, int position, Standing other, int otherPosition) {
		if (one.search.verdict(position) != other.search.verdict(otherPosition)) {
			one.add(position, this.fixed);
			other.add(otherPosition, this.introduced);
		}
	}

	private static Map<String, CompiledHost> hosts(@Nullable PortTable table) {
		Map<String, CompiledHost> hosts = new HashMap<>();
		if (table != null) {
			table.hosts().forEach((host) -> hosts.put(host.virtualHost().name(), host));
		}
		return hosts;
	}

	/**
	 * A virtual host in a table.
	 */
	private static final class Standing {

		private final int port;

		private final CompiledHost host;

		private final ReachSearch search;

		Standing(RouteTable table, int port, CompiledHost host) {
			this.port = port;
			this.host = host;
			PortTable ports = table.table(port);
			this.search = table.reaches(port, (ports != null) ? ports : new PortTable(Map.of(), port), host);
		}

		void complete() {
			this.host.routes().parts().get(0).complete(this.search::verdict);
		}

		void collect(Map<String, Problem> problems) {
			for (int position = 0; position < this.host.routes().size(); position++) {
				add(position, problems);
			}
		}

		void add(int position, Map<String, Problem> problems) {
			Verdict verdict = this.search.verdict(position);
			if (verdict == Verdict.SHADOWED || verdict == Verdict.NEVER_MATCHES) {
				CompiledRoute route = this.host.routes().get(position);
				String key = this.port + " " + this.host.virtualHost().name() + " " + route.route().virtualService()
						+ " " + route.route().contentHash() + " " + verdict;
				problems.putIfAbsent(key, new Problem(this.port, this.host.virtualHost().name(), route.route(),
						this.search.reach(position)));
			}
		}

	}

}
