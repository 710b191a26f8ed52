package dev.sekisho.routing.regex;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The program that RE2 compiles a regex to, as far as its size needs it: which
 * instruction leads to which (re2/compile.cc).
 */
final class RegexProgram {

	/** More instructions RE2's memory doesn't hold. */
	private static final int MOST = 87_000;

	private static final int FAIL = 0;

	private static final int NOTHING = -1;

	// Where an instruction leads to, and for a fork where else.
	private int[] next = new int[64];

	private int[] other = new int[64];

	private int size = 1;

	private RegexProgram() {
		this.next[FAIL] = NOTHING;
		this.other[FAIL] = NOTHING;
	}

	/**
	 * The number of instructions, as Envoy compares it with its limit.
	 * @param tree the regex
	 * @return the number, {@link Integer#MAX_VALUE} if it can't be compiled at all
	 */
	static int size(RegexTree tree) {
		RegexProgram program = new RegexProgram();
		int match = program.add(NOTHING, NOTHING);
		int start = program.compile(tree, match);
		if (program.isFull()) {
			return Integer.MAX_VALUE;
		}
		if (start == FAIL) {
			return 1;
		}
		int loop = program.add(FAIL, start);
		int anyByte = program.add(loop, NOTHING);
		program.next[loop] = anyByte;
		return new FlatProgram(program.next, program.other, program.size).size(loop, start);
	}

	private boolean isFull() {
		return this.size >= MOST;
	}

	private int add(int to, int otherwise) {
		if (isFull()) {
			return 1;
		}
		if (this.size == this.next.length) {
			this.next = Arrays.copyOf(this.next, this.size * 2);
			this.other = Arrays.copyOf(this.other, this.size * 2);
		}
		this.next[this.size] = to;
		this.other[this.size] = otherwise;
		return this.size++;
	}

	// Compiles a part that leads to an instruction; returns where it starts, 0 if it
	// can't match.
	private int compile(RegexTree tree, int to) {
		if (to == FAIL || isFull()) {
			return FAIL;
		}
		if (tree instanceof RegexTree.OneByte one) {
			return oneByte(one.ranges(), to);
		}
		if (tree instanceof RegexTree.Sequence sequence) {
			return sequence(sequence.parts(), to);
		}
		if (tree instanceof RegexTree.Choice choice) {
			return choice(choice.branches(), to);
		}
		if (tree instanceof RegexTree.Group group) {
			int start = compile(group.part(), add(to, NOTHING));
			return (start == FAIL) ? FAIL : add(start, NOTHING);
		}
		if (tree instanceof RegexTree.Repeat repeat) {
			return repeat(repeat, to);
		}
		return add(to, NOTHING);
	}

	private int oneByte(int ranges, int to) {
		int start = (ranges > 0) ? add(to, NOTHING) : FAIL;
		for (int i = 1; i < ranges; i++) {
			int range = add(to, NOTHING);
			start = add(start, range);
		}
		return start;
	}

	private int sequence(List<RegexTree> parts, int to) {
		int start = to;
		for (int i = parts.size() - 1; i >= 0; i--) {
			start = compile(parts.get(i), start);
		}
		return start;
	}

	// Branches of one byte that stand side by side become one.
	private int choice(List<RegexTree> branches, int to) {
		int start = FAIL;
		BitSet bytes = null;
		for (RegexTree branch : branches) {
			if (branch instanceof RegexTree.OneByte one) {
				bytes = (bytes != null) ? bytes : new BitSet();
				bytes.or(one.bytes());
				continue;
			}
			start = fork(fork(start, oneByte(bytes, to)), compile(branch, to));
			bytes = null;
		}
		return fork(start, oneByte(bytes, to));
	}

	private int oneByte(@Nullable BitSet bytes, int to) {
		return (bytes != null) ? oneByte(new RegexTree.OneByte(bytes).ranges(), to) : FAIL;
	}

	private int fork(int one, int other) {
		if (one == FAIL || other == FAIL) {
			return (one == FAIL) ? other : one;
		}
		return add(one, other);
	}

	private int repeat(RegexTree.Repeat repeat, int to) {
		boolean place = repeat.part().isPlace();
		int max = place ? Math.min(repeat.max(), 1) : repeat.max();
		int min = place ? Math.min(repeat.min(), 1) : repeat.min();
		int start = to;
		if (max < 0) {
			start = loop(repeat.part(), min == 0, to);
			min--;
		}
		for (int i = min; i < max && !isFull(); i++) {
			start = fork(compile(repeat.part(), start), to);
		}
		for (int i = 0; i < min && !isFull(); i++) {
			start = compile(repeat.part(), start);
		}
		return start;
	}

	private int loop(RegexTree part, boolean optional, int to) {
		int fork = add(NOTHING, to);
		int start = compile(part, fork);
		this.next[fork] = start;
		if (optional && part.isNullable()) {
			return add(start, to);
		}
		return optional ? fork : start;
	}

}
