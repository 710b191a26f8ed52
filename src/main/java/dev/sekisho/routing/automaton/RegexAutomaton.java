package dev.sekisho.routing.automaton;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.jspecify.annotations.Nullable;

/**
 * A regex as RE2 matches it against a whole string, made deterministic only as far as
 * it's walked. Chars above 0xFF don't occur. Safe for use by several threads.
 */
public final class RegexAutomaton implements Automaton {

	private static final int STATE_LIMIT = 4_000;

	private static final long WORK_LIMIT = 2_000_000;

	private static final int CHARS = 256;

	private static final int UNKNOWN = -2;

	private final Nfa nfa;

	private final byte[] classes;

	private final int classCount;

	private final int start;

	private final Map<BitSet, Integer> numbers = new HashMap<>();

	private volatile State[] states = new State[8];

	/**
	 * Compiles a regex.
	 * @param regex the regex, one char per byte
	 * @throws UnsupportedRegexException if it can't be turned into an automaton
	 */
	public RegexAutomaton(String regex) {
		RegexParser parser = new RegexParser(regex);
		this.nfa = parser.nfa();
		this.classes = classes(this.nfa);
		int highest = 0;
		for (byte number : this.classes) {
			highest = Math.max(highest, number & 0xFF);
		}
		this.classCount = highest + 1;
		BitSet first = new BitSet();
		first.set(parser.startNode());
		this.start = number(this.nfa.closure(first, true, false), accepts(this.nfa.closure(first, true, true)));
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
		State from = this.states[state];
		int known = from.next.getAcquire(this.classes[ch] & 0xFF);
		return (known == UNKNOWN) ? follow(from, ch) : known;
	}

	@Override
	public boolean accepts(int state) {
		return this.states[state].accepting;
	}

	@Override
	public boolean acceptsAll(int state) {
		State from = this.states[state];
		Boolean known = from.all;
		if (known == null) {
			boolean all = from.accepting;
			for (char ch = ' '; all && ch < 0x7F; ch++) {
				all = step(state, ch) == state;
			}
			known = all;
			from.all = known;
		}
		return known;
	}

	@Override
	public int classOf(char ch) {
		return (ch < CHARS) ? this.classes[ch] & 0xFF : -1;
	}

	private synchronized int follow(State state, char ch) {
		BitSet reached = new BitSet();
		for (int node = state.nodes.nextSetBit(0); node >= 0; node = state.nodes.nextSetBit(node + 1)) {
			Nfa.Node current = this.nfa.node(node);
			if (current.kind() == Nfa.Kind.CHARS && current.chars().get(ch)) {
				reached.set(current.next());
			}
		}
		int next = reached.isEmpty() ? DEAD
				: number(this.nfa.closure(reached, false, false), accepts(this.nfa.closure(reached, false, true)));
		state.next.setRelease(this.classes[ch] & 0xFF, next);
		return next;
	}

	private synchronized int number(BitSet nodes, boolean accepts) {
		Integer known = this.numbers.get(nodes);
		if (known != null) {
			return known;
		}
		int number = this.numbers.size();
		if (number >= STATE_LIMIT || (long) number * this.nfa.size() > WORK_LIMIT) {
			throw new UnsupportedRegexException("too many states");
		}
		State[] room = (number < this.states.length) ? this.states : Arrays.copyOf(this.states, number * 2);
		room[number] = new State(nodes, accepts, this.classCount);
		this.states = room;
		this.numbers.put(nodes, number);
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

	private static byte[] classes(Nfa nfa) {
		Set<BitSet> sets = new HashSet<>();
		for (int index = 0; index < nfa.size(); index++) {
			if (nfa.node(index).kind() == Nfa.Kind.CHARS) {
				sets.add(nfa.node(index).chars());
			}
		}
		int[] classes = new int[CHARS];
		sets.forEach((chars) -> refine(classes, chars));
		byte[] small = new byte[CHARS];
		for (int ch = 0; ch < CHARS; ch++) {
			small[ch] = (byte) classes[ch];
		}
		return small;
	}

	private static void refine(int[] classes, BitSet chars) {
		int[] numbers = new int[CHARS * 2];
		int count = 0;
		for (int ch = 0; ch < CHARS; ch++) {
			int key = classes[ch] * 2 + (chars.get(ch) ? 1 : 0);
			if (numbers[key] == 0) {
				numbers[key] = ++count;
			}
			classes[ch] = numbers[key] - 1;
		}
	}

	/**
	 * A state: the nodes of the nondeterministic automaton that it stands for.
	 */
	private static final class State {

		private final BitSet nodes;

		private final boolean accepting;

		private final AtomicIntegerArray next;

		private volatile @Nullable Boolean all;

		State(BitSet nodes, boolean accepting, int classes) {
			this.nodes = nodes;
			this.accepting = accepting;
			int[] unknown = new int[classes];
			Arrays.fill(unknown, UNKNOWN);
			this.next = new AtomicIntegerArray(unknown);
		}

	}

}
