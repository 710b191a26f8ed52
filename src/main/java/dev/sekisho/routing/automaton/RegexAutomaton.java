package dev.sekisho.routing.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A regex as RE2 matches it against a whole string, made deterministic only as far as
 * it's walked. Chars above 0xFF don't occur. Not safe for use by several threads.
 */
public final class RegexAutomaton implements Automaton {

	private static final int STATE_LIMIT = 4_000;

	private static final int CHARS = 256;

	private static final int UNKNOWN = -2;

	private final Nfa nfa;

	private final int[] classes;

	private final int start;

	private final List<BitSet> states = new ArrayList<>();

	private final List<int[]> transitions = new ArrayList<>();

	private final Map<BitSet, Integer> numbers = new HashMap<>();

	private final List<Boolean> accepting = new ArrayList<>();

	/**
	 * Compiles a regex.
	 * @param regex the regex, one char per byte
	 * @throws UnsupportedRegexException if it can't be turned into an automaton
	 */
	public RegexAutomaton(String regex) {
		RegexParser parser = new RegexParser(regex);
		this.nfa = parser.nfa();
		this.classes = classes(this.nfa);
		BitSet first = new BitSet();
		first.set(parser.startNode());
		BitSet closed = this.nfa.closure(first, true, false);
		this.start = number(closed, accepts(this.nfa.closure(first, true, true)));
	}

	@Override
	public int start() {
		return this.start;
	}

	@Override
	public int step(int state, char ch) {
		if (ch >= CHARS) {
			return DEAD;
		}
		int[] next = this.transitions.get(state);
		int known = next[this.classes[ch]];
		if (known == UNKNOWN) {
			known = follow(this.states.get(state), ch);
			next[this.classes[ch]] = known;
		}
		return known;
	}

	@Override
	public boolean accepts(int state) {
		return this.accepting.get(state);
	}

	private int follow(BitSet state, char ch) {
		BitSet reached = new BitSet();
		for (int node = state.nextSetBit(0); node >= 0; node = state.nextSetBit(node + 1)) {
			Nfa.Node current = this.nfa.node(node);
			if (current.kind() == Nfa.Kind.CHARS && current.chars().get(ch)) {
				reached.set(current.next());
			}
		}
		if (reached.isEmpty()) {
			return DEAD;
		}
		return number(this.nfa.closure(reached, false, false), accepts(this.nfa.closure(reached, false, true)));
	}

	private int number(BitSet state, boolean accepts) {
		Integer known = this.numbers.get(state);
		if (known != null) {
			return known;
		}
		if (this.states.size() >= STATE_LIMIT) {
			throw new UnsupportedRegexException("too many states");
		}
		int number = this.states.size();
		this.numbers.put(state, number);
		this.states.add(state);
		this.accepting.add(accepts);
		int[] next = new int[Arrays.stream(this.classes).max().orElse(0) + 1];
		Arrays.fill(next, UNKNOWN);
		this.transitions.add(next);
		return number;
	}

	private boolean accepts(BitSet closed) {
		for (int node = closed.nextSetBit(0); node >= 0; node = closed.nextSetBit(node + 1)) {
			if (this.nfa.node(node).kind() == Nfa.Kind.ACCEPT) {
				return true;
			}
		}
		return false;
	}

	private static int[] classes(Nfa nfa) {
		int[] classes = new int[CHARS];
		for (int index = 0; index < nfa.size(); index++) {
			Nfa.Node node = nfa.node(index);
			if (node.kind() == Nfa.Kind.CHARS) {
				refine(classes, node.chars());
			}
		}
		return classes;
	}

	private static void refine(int[] classes, BitSet chars) {
		Map<Integer, Integer> numbers = new HashMap<>();
		for (int ch = 0; ch < CHARS; ch++) {
			int key = classes[ch] * 2 + (chars.get(ch) ? 1 : 0);
			Integer number = numbers.get(key);
			if (number == null) {
				number = numbers.size();
				numbers.put(key, number);
			}
			classes[ch] = number;
		}
	}

}
