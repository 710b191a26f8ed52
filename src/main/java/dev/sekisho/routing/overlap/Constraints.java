package dev.sekisho.routing.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.condition.HeaderCondition;
import dev.sekisho.routing.condition.QueryCondition;
import dev.sekisho.routing.condition.TextAutomata;

/**
 * What some routes ask of a request beside its path, by what they ask it of.
 *
 * @param headers what they ask of each header or pseudo header
 * @param queryParams what they ask of each query parameter
 * @param untold the routes that ask something of which nobody can tell whether it holds
 */
record Constraints(Map<String, List<Constraint>> headers, Map<String, List<Constraint>> queryParams, BitSet untold) {

	static Constraints of(List<CompiledRoute> routes) {
		Constraints all = new Constraints(new TreeMap<>(), new TreeMap<>(), new BitSet());
		for (int i = 0; i < routes.size(); i++) {
			all.add(i, routes.get(i));
		}
		return all;
	}

	private void add(int number, CompiledRoute route) {
		// Whether a path meets a regex that can't be turned into an automaton isn't
		// known.
		if (route.hasOpaquePath()) {
			this.untold.set(number);
		}
		for (HeaderCondition header : route.condition().headers()) {
			if (header.name().equals(":path") || header.name().startsWith("@")
					|| TextAutomata.of(header.condition().match()) == null) {
				this.untold.set(number);
			}
			else {
				String name = header.name().equals("host") ? ":authority" : header.name();
				this.headers.computeIfAbsent(name, (key) -> new ArrayList<>())
					.add(new Constraint(number, header.condition(), header.inverted(), name));
			}
		}
		for (QueryCondition param : route.condition().queryParams()) {
			if (TextAutomata.of(param.condition().match()) == null) {
				this.untold.set(number);
			}
			else {
				this.queryParams.computeIfAbsent(param.name(), (key) -> new ArrayList<>())
					.add(new Constraint(number, param.condition(), false, param.name()));
			}
		}
	}

}
