package dev.sekisho.routing.automaton;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finds for every combination of automata that a string can be accepted by the shortest
 * string: a breadth-first walk over their product, within a budget of nodes.
 */
public final class Atoms {

	private final List<? extends Automaton> members;

	private final List<? extends Automaton> required;

	private final String alphabet;

	private final Map<BitSet, String> shortest = new LinkedHashMap<>();

	private final Set<Node> seen = new HashSet<>();

	private boolean complete = true;

	/**
	 * Walks the product.
	 * @param members the automata to combine
	 * @param required automata that must accept every string
	 * @param alphabet the chars strings are made of, the most readable first
	 * @param budget how many nodes may be visited
	 */
	public Atoms(List<? extends Automaton> members, List<? extends Automaton> required, String alphabet, int budget) {
		this.members = members;
		this.required = required;
		this.alphabet = distinct(alphabet);
		try {
			walk(budget);
		}
		catch (UnsupportedRegexException ex) {
			this.complete = false;
		}
	}

	/**
	 * The combinations, each with its shortest string, short ones first.
	 * @return strings by the indexes of the members that accept them
	 */
	public Map<BitSet, String> shortest() {
		return this.shortest;
	}

	/**
	 * Whether every combination was found.
	 * @return whether the budget was enough
	 */
	public boolean complete() {
		return this.complete;
	}

	// One char of each class, the most readable one.
	private String distinct(String chars) {
		StringBuilder distinct = new StringBuilder();
		Set<List<Integer>> classes = new HashSet<>();
		for (int i = 0; i < chars.length(); i++) {
			char ch = chars.charAt(i);
			List<Integer> key = new ArrayList<>(this.members.size() + this.required.size());
			this.members.forEach((member) -> key.add(member.classOf(ch)));
			this.required.forEach((member) -> key.add(member.classOf(ch)));
			if (classes.add(key)) {
				distinct.append(ch);
			}
		}
		return distinct.toString();
	}

	private void walk(int budget) {
		Deque<Node> queue = new ArrayDeque<>();
		Node first = first();
		if (first != null) {
			queue.add(first);
			this.seen.add(first);
		}
		while (!queue.isEmpty()) {
			Node node = queue.remove();
			if (visit(node)) {
				continue;
			}
			if (this.seen.size() > budget) {
				this.complete = false;
				return;
			}
			for (int i = 0; i < this.alphabet.length(); i++) {
				Node next = follow(node, this.alphabet.charAt(i));
				if (next != null && this.seen.add(next)) {
					queue.add(next);
				}
			}
		}
	}

	private boolean visit(Node node) {
		boolean settled = true;
		for (int i = 0; i < this.required.size(); i++) {
			if (!this.required.get(i).accepts(node.states[i])) {
				return false;
			}
		}
		BitSet accepted = new BitSet();
		for (int i = 0; i < node.live.length; i++) {
			Automaton member = this.members.get(node.live[i]);
			int state = node.states[this.required.size() + i];
			if (member.accepts(state)) {
				accepted.set(node.live[i]);
			}
			settled &= member.acceptsAll(state);
		}
		this.shortest.putIfAbsent(accepted, node.text);
		return settled;
	}

	private @Nullable Node first() {
		int[] live = new int[this.members.size()];
		int[] states = new int[this.required.size() + live.length];
		for (int i = 0; i < this.required.size(); i++) {
			states[i] = this.required.get(i).start();
			if (states[i] == Automaton.DEAD) {
				return null;
			}
		}
		for (int i = 0; i < live.length; i++) {
			live[i] = i;
			states[this.required.size() + i] = this.members.get(i).start();
		}
		return new Node(live, states, "");
	}

	private @Nullable Node follow(Node node, char ch) {
		int fixed = this.required.size();
		int[] states = new int[node.states.length];
		for (int i = 0; i < fixed; i++) {
			states[i] = this.required.get(i).step(node.states[i], ch);
			if (states[i] == Automaton.DEAD) {
				return null;
			}
		}
		int[] live = new int[node.live.length];
		int count = 0;
		for (int i = 0; i < node.live.length; i++) {
			int next = this.members.get(node.live[i]).step(node.states[fixed + i], ch);
			if (next != Automaton.DEAD) {
				live[count] = node.live[i];
				states[fixed + count++] = next;
			}
		}
		return new Node(Arrays.copyOf(live, count), Arrays.copyOf(states, fixed + count), node.text + ch);
	}

	/**
	 * A state of the product: the members still alive and the states of all.
	 */
	private static final class Node {

		private final int[] live;

		private final int[] states;

		private final String text;

		Node(int[] live, int[] states, String text) {
			this.live = live;
			this.states = states;
			this.text = text;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Node node && Arrays.equals(this.live, node.live)
					&& Arrays.equals(this.states, node.states);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(this.live) * 31 + Arrays.hashCode(this.states);
		}

	}

}
