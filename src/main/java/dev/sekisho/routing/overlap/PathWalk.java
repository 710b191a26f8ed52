package dev.sekisho.routing.overlap;

import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.condition.RoutablePaths;

/**
 * How far the automata have come at a literal.
 *
 * @param key the literal
 * @param chainBefore how many routes were known to match before it
 * @param form the space of paths
 * @param formState how far it has come
 * @param needed the automaton of the required route, if it has one
 * @param neededState how far it has come
 * @param indexes the routes whose automata are alive
 * @param automata their automata
 * @param states how far they have come
 * @param cost how much work it was to come here
 * @param pointless whether nothing can come of longer paths
 */
record PathWalk(String key, int chainBefore, RoutablePaths form, int formState, @Nullable Automaton needed,
		int neededState, int[] indexes, Automaton[] automata, int[] states, int cost, boolean pointless) {

	static PathWalk start(RoutablePaths space, @Nullable Automaton needed) {
		return new PathWalk("", 0, space, space.start(), needed, (needed != null) ? needed.start() : 0, new int[0],
				new Automaton[0], new int[0], 0, false);
	}

	static int along(Automaton automaton, int from, String text, int start) {
		int state = from;
		for (int i = start; i < text.length() && state != Automaton.DEAD; i++) {
			state = automaton.step(state, text.charAt(i));
		}
		return state;
	}

	PathWalk into(String next, int chain, Map<Integer, Automaton> more) {
		int from = this.key.length();
		int length = next.length() - from;
		int nextForm = (this.formState == Automaton.DEAD) ? Automaton.DEAD
				: this.form.along(this.formState, next, from);
		int nextNeeded = (this.needed == null || this.neededState == Automaton.DEAD) ? this.neededState
				: along(this.needed, this.neededState, next, from);
		int room = this.indexes.length + more.size();
		int[] alive = new int[room];
		Automaton[] machines = new Automaton[room];
		int[] reached = new int[room];
		int count = 0;
		for (int i = 0; i < this.indexes.length; i++) {
			int state = along(this.automata[i], this.states[i], next, from);
			if (state != Automaton.DEAD) {
				alive[count] = this.indexes[i];
				machines[count] = this.automata[i];
				reached[count++] = state;
			}
		}
		for (Map.Entry<Integer, Automaton> fresh : more.entrySet()) {
			int begin = fresh.getValue().start();
			int state = (begin != Automaton.DEAD) ? along(fresh.getValue(), begin, next, 0) : Automaton.DEAD;
			if (state != Automaton.DEAD) {
				alive[count] = fresh.getKey();
				machines[count] = fresh.getValue();
				reached[count++] = state;
			}
		}
		return new PathWalk(next, chain, this.form, nextForm, this.needed, nextNeeded, Arrays.copyOf(alive, count),
				Arrays.copyOf(machines, count), Arrays.copyOf(reached, count),
				1 + length * (this.indexes.length + 1) + next.length() * more.size(), this.pointless);
	}

	PathWalk pointless(boolean now) {
		return (now == this.pointless) ? this : new PathWalk(this.key, this.chainBefore, this.form, this.formState,
				this.needed, this.neededState, this.indexes, this.automata, this.states, this.cost, now);
	}

	boolean isDead() {
		return this.formState == Automaton.DEAD || (this.needed != null && this.neededState == Automaton.DEAD);
	}

	boolean isPath() {
		return this.form.accepts(this.formState) && (this.needed == null || this.needed.accepts(this.neededState));
	}

	void addAccepting(Members members) {
		for (int i = 0; i < this.indexes.length; i++) {
			if (this.automata[i].accepts(this.states[i])) {
				members.add(this.indexes[i]);
			}
		}
	}

}
