package dev.sekisho.routing.automaton;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A nondeterministic automaton of a regex. Nodes are numbered; each has one edge on a set
 * of chars or up to two edges without.
 */
final class Nfa {

	private static final int LIMIT = 5_000;

	private final List<Node> nodes = new ArrayList<>();

	int add(Kind kind, BitSet chars, int next, int other) {
		if (this.nodes.size() >= LIMIT) {
			throw new UnsupportedRegexException("too large");
		}
		this.nodes.add(new Node(kind, chars, next, other));
		return this.nodes.size() - 1;
	}

	void set(int node, Kind kind, int next, int other) {
		this.nodes.set(node, new Node(kind, new BitSet(0), next, other));
	}

	Node node(int index) {
		return this.nodes.get(index);
	}

	int size() {
		return this.nodes.size();
	}

	/**
	 * All nodes reached without a char.
	 * @param from the nodes to start from
	 * @param atStart whether no char was read yet
	 * @param atEnd whether no char follows
	 * @return the nodes, those given included
	 */
	BitSet closure(BitSet from, boolean atStart, boolean atEnd) {
		BitSet closed = new BitSet(this.nodes.size());
		int[] stack = new int[this.nodes.size() * 2 + from.cardinality() + 2];
		int depth = 0;
		for (int node = from.nextSetBit(0); node >= 0; node = from.nextSetBit(node + 1)) {
			stack[depth++] = node;
		}
		while (depth > 0) {
			int index = stack[--depth];
			if (closed.get(index)) {
				continue;
			}
			closed.set(index);
			Node node = this.nodes.get(index);
			boolean free = switch (node.kind()) {
				case SPLIT -> true;
				case BEGIN -> atStart;
				case END -> atEnd;
				case CHARS, ACCEPT -> false;
			};
			if (free) {
				stack[depth++] = node.next();
				if (node.other() >= 0) {
					stack[depth++] = node.other();
				}
			}
		}
		return closed;
	}

	/**
	 * The kinds of node.
	 */
	enum Kind {

		/** Reads one of its chars. */
		CHARS,
		/** Goes on to one or two nodes. */
		SPLIT,
		/** Goes on at the start only. */
		BEGIN,
		/** Goes on at the end only. */
		END,
		/** The end of the regex. */
		ACCEPT

	}

	/**
	 * A node.
	 *
	 * @param kind its kind
	 * @param chars the chars it reads
	 * @param next the node after it
	 * @param other another node after it, or -1
	 */
	record Node(Kind kind, BitSet chars, int next, int other) {

	}

}
