package dev.sekisho.routing.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.sekisho.routing.Answer.Dimension;
import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.condition.HeaderCondition;
import dev.sekisho.routing.condition.StringCondition;
import dev.sekisho.routing.condition.TextAutomata;

/**
 * A route's condition on one header or query parameter.
 *
 * @param route the route's index
 * @param condition the condition
 * @param inverted whether it must not hold
 * @param name the name
 */
record Constraint(int route, StringCondition condition, boolean inverted, String name) {

	static List<Automaton> automata(List<Constraint> constraints) {
		List<Automaton> automata = new ArrayList<>();
		constraints.forEach(
				(constraint) -> automata.add(Objects.requireNonNull(TextAutomata.of(constraint.condition().match()))));
		return automata;
	}

	/**
	 * The routes whose condition some values don't meet.
	 * @param constraints the conditions on one name
	 * @param values the values under that name
	 * @return the routes' indexes
	 */
	static BitSet failing(List<Constraint> constraints, List<String> values) {
		return failing(constraints, (name) -> values);
	}

	/**
	 * The routes whose condition some values don't meet.
	 * @param constraints the conditions
	 * @param values gives the values under a name
	 * @return the routes' indexes
	 */
	static BitSet failing(List<Constraint> constraints, Function<String, List<String>> values) {
		BitSet failing = new BitSet();
		for (Constraint constraint : constraints) {
			if (!constraint.holds(values.apply(constraint.name()))) {
				failing.set(constraint.route());
			}
		}
		return failing;
	}

	private boolean holds(List<String> values) {
		HeaderCondition header = new HeaderCondition(this.inverted ? Dimension.WITHOUT_HEADER : Dimension.HEADER,
				this.name, this.condition);
		return header.holds(values);
	}

}
