package dev.sekisho.routing.overlap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.overlap.PathAtoms.Visitor;

/**
 * The paths that go on from a literal without reaching any of the longer literals.
 */
final class Cone {

	private static final String FRESH = "1abcdefghijklmnopqrstuvwxyz023456789";

	private final PathWalk walk;

	private final List<String> children;

	private final Members chain;

	private final Work work;

	private final List<Integer> decided = new ArrayList<>();

	private final List<Integer> open = new ArrayList<>();

	/**
	 * Describes a cone.
	 * @param walk how far the automata have come at the literal
	 * @param children the longer literals, sorted
	 * @param chain the routes that match every path of the cone
	 * @param work how much may be worked
	 */
	Cone(PathWalk walk, List<String> children, Members chain, Work work) {
		this.walk = walk;
		this.children = children;
		this.chain = chain;
		this.work = work;
		for (int i = 0; i < walk.indexes().length; i++) {
			(walk.automata()[i].acceptsAll(walk.states()[i]) ? this.decided : this.open).add(i);
		}
	}

	/**
	 * Visits one path for each combination of routes.
	 * @param visitor gets the paths
	 * @return whether more paths are wanted
	 */
	boolean walk(Visitor visitor) {
		if (this.decided.stream().anyMatch((index) -> visitor.isPointless(this.walk.indexes()[index]))) {
			return true;
		}
		Automaton needed = this.walk.needed();
		if (this.open.isEmpty() && (needed == null || needed.acceptsAll(this.walk.neededState()))) {
			String fresh = fresh();
			if (fresh != null) {
				return visitor.visit(fresh, members(new BitSet()));
			}
		}
		return search(visitor);
	}

	private @Nullable String fresh() {
		String key = this.walk.key();
		if (!key.endsWith("/")) {
			String natural = key + "/1";
			if (isOutside(key + "/") && this.walk.form().along(this.walk.formState(), natural, key.length()) >= 0) {
				return natural;
			}
		}
		for (int i = 0; i < FRESH.length(); i++) {
			String text = key + FRESH.charAt(i);
			int form = this.walk.form().step(this.walk.formState(), FRESH.charAt(i));
			if (form != Automaton.DEAD && this.walk.form().accepts(form) && isOutside(text)) {
				return text;
			}
		}
		return null;
	}

	// Whether no longer literal starts like this.
	private boolean isOutside(String text) {
		int index = Collections.binarySearch(this.children, text);
		return index < 0 && (-index - 1 >= this.children.size() || !this.children.get(-index - 1).startsWith(text));
	}

	private Members members(BitSet accepting) {
		Members members = this.chain.copy();
		this.decided.forEach((index) -> members.add(this.walk.indexes()[index]));
		accepting.stream().forEach((index) -> members.add(this.walk.indexes()[this.open.get(index)]));
		return members;
	}

	private boolean search(Visitor visitor) {
		String chars = alphabet();
		Set<ConeState> seen = new HashSet<>();
		Set<BitSet> found = new HashSet<>();
		Deque<ConeState> queue = new ArrayDeque<>();
		queue.add(first());
		while (!queue.isEmpty()) {
			ConeState node = queue.remove();
			if (!node.text().isEmpty() && isPath(node)) {
				BitSet accepting = accepting(node);
				if (found.add(accepting) && !visitor.visit(this.walk.key() + node.text(), members(accepting))) {
					return false;
				}
				if (node.outside() && isSettled(node)) {
					continue;
				}
			}
			if (isPointless(node, visitor)) {
				continue;
			}
			for (int i = 0; i < chars.length(); i++) {
				if (!this.work.spend(node.states().length + 3L)) {
					return false;
				}
				ConeState next = follow(node, chars.charAt(i));
				if (next != null && seen.add(next)) {
					queue.add(next);
				}
			}
		}
		return true;
	}

	private ConeState first() {
		int[] states = new int[this.open.size()];
		for (int i = 0; i < states.length; i++) {
			states[i] = this.walk.states()[this.open.get(i)];
		}
		return new ConeState("", this.children.isEmpty(), this.walk.formState(), this.walk.neededState(), states);
	}

	private boolean isPath(ConeState node) {
		Automaton needed = this.walk.needed();
		return this.walk.form().accepts(node.form()) && (needed == null || needed.accepts(node.needed()));
	}

	private boolean isSettled(ConeState node) {
		Automaton needed = this.walk.needed();
		if (needed != null && !needed.acceptsAll(node.needed())) {
			return false;
		}
		for (int i = 0; i < node.states().length; i++) {
			if (node.states()[i] != Automaton.DEAD && !automaton(i).acceptsAll(node.states()[i])) {
				return false;
			}
		}
		return true;
	}

	private boolean isPointless(ConeState node, Visitor visitor) {
		for (int i = 0; i < node.states().length; i++) {
			if (node.states()[i] != Automaton.DEAD && visitor.isPointless(this.walk.indexes()[this.open.get(i)])
					&& automaton(i).acceptsAll(node.states()[i])) {
				return true;
			}
		}
		return false;
	}

	private BitSet accepting(ConeState node) {
		BitSet accepting = new BitSet();
		for (int i = 0; i < node.states().length; i++) {
			accepting.set(i, node.states()[i] != Automaton.DEAD && automaton(i).accepts(node.states()[i]));
		}
		return accepting;
	}

	private @Nullable ConeState follow(ConeState node, char ch) {
		int form = this.walk.form().step(node.form(), ch);
		Automaton needed = this.walk.needed();
		int neededState = (needed != null) ? needed.step(node.needed(), ch) : 0;
		if (form == Automaton.DEAD || neededState == Automaton.DEAD) {
			return null;
		}
		String text = node.text() + ch;
		boolean outside = node.outside();
		if (!outside) {
			String whole = this.walk.key() + text;
			if (Collections.binarySearch(this.children, whole) >= 0) {
				return null;
			}
			outside = isOutside(whole);
		}
		int[] states = new int[node.states().length];
		for (int i = 0; i < states.length; i++) {
			states[i] = (node.states()[i] == Automaton.DEAD) ? Automaton.DEAD : automaton(i).step(node.states()[i], ch);
		}
		return new ConeState(text, outside, form, neededState, states);
	}

	private String alphabet() {
		List<Automaton> automata = new ArrayList<>();
		this.open.forEach((index) -> automata.add(this.walk.automata()[index]));
		if (this.walk.needed() != null) {
			automata.add(this.walk.needed());
		}
		this.work.spend(this.children.size());
		return new ConeAlphabet(automata, this.children, this.walk.key().length()).of(this.walk.form().alphabet());
	}

	private Automaton automaton(int index) {
		return this.walk.automata()[this.open.get(index)];
	}

}
