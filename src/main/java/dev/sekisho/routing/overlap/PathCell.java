package dev.sekisho.routing.overlap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.condition.CompiledRoute;

/**
 * A literal, with the routes that come in there, by index.
 */
final class PathCell {

	private final String key;

	private final List<Integer> exact = new ArrayList<>(1);

	private final List<Integer> prefixes = new ArrayList<>(1);

	private final List<Integer> automata = new ArrayList<>(0);

	PathCell(String key) {
		this.key = key;
	}

	String key() {
		return this.key;
	}

	List<Integer> exact() {
		return this.exact;
	}

	List<Integer> prefixes() {
		return this.prefixes;
	}

	List<Integer> automata() {
		return this.automata;
	}

	Map<Integer, Automaton> automata(List<CompiledRoute> routes) {
		if (this.automata.isEmpty()) {
			return Map.of();
		}
		Map<Integer, Automaton> started = new HashMap<>();
		for (int index : this.automata) {
			Automaton automaton = routes.get(index).condition().path().automaton();
			if (automaton != null) {
				started.put(index, automaton);
			}
		}
		return started;
	}

}
