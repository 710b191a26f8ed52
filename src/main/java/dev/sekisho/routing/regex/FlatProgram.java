package dev.sekisho.routing.regex;

import java.util.Arrays;

/**
 * A program without forks, as RE2 stores it: each instruction that another one leads to
 * begins a list of what the forks behind it end at. A list that ends at another list's
 * beginning points to it (re2/prog.cc, {@code Flatten}).
 */
final class FlatProgram {

	private static final int NONE = -1;

	private final int[] next;

	private final int[] other;

	private final boolean[] root;

	// The list in which an instruction was seen last.
	private final int[] seenFrom;

	private final int[] open;

	private final int[] list;

	// Forks that lead to an instruction, chained: twice the fork, plus one for its second
	// way.
	private final int[] lastFork;

	private final int[] forkBefore;

	private int listLength;

	/**
	 * Prepares the count.
	 * @param next where each instruction leads to, -1 for the end
	 * @param other where else a fork leads to, -1 if it isn't one
	 * @param size the number of instructions
	 */
	FlatProgram(int[] next, int[] other, int size) {
		this.next = next;
		this.other = other;
		this.root = new boolean[size];
		this.seenFrom = filled(size);
		this.open = new int[2 * size + 1];
		this.list = new int[size];
		this.lastFork = filled(size);
		this.forkBefore = filled(2 * size);
	}

	private static int[] filled(int size) {
		int[] array = new int[size];
		Arrays.fill(array, NONE);
		return array;
	}

	int size(int start, int anchoredStart) {
		findRoots(start);
		for (int i = 1; i < this.root.length; i++) {
			if (this.root[i] && i != start && i != anchoredStart) {
				shareEnds(i);
			}
		}
		this.root[0] = true;
		this.root[start] = true;
		this.root[anchoredStart] = true;
		Arrays.fill(this.seenFrom, NONE);
		int size = 0;
		for (int i = 0; i < this.root.length; i++) {
			if (this.root[i]) {
				size += listSize(i);
			}
		}
		return size;
	}

	private boolean isFork(int instruction) {
		return this.other[instruction] >= 0;
	}

	private void findRoots(int start) {
		boolean[] seen = new boolean[this.root.length];
		int count = push(0, start);
		while (count > 0) {
			int instruction = this.open[--count];
			if (instruction > 0 && !seen[instruction]) {
				seen[instruction] = true;
				if (isFork(instruction)) {
					chain(2 * instruction, this.next[instruction]);
					chain(2 * instruction + 1, this.other[instruction]);
					count = push(push(count, this.other[instruction]), this.next[instruction]);
				}
				else if (this.next[instruction] >= 0) {
					this.root[this.next[instruction]] = true;
					count = push(count, this.next[instruction]);
				}
			}
		}
	}

	private int push(int count, int instruction) {
		this.open[count] = instruction;
		return count + 1;
	}

	private void chain(int way, int to) {
		this.forkBefore[way] = this.lastFork[to];
		this.lastFork[to] = way;
	}

	// What a fork of another list leads to as well becomes a list of its own.
	private void shareEnds(int from) {
		walk(from);
		for (int i = 0; i < this.listLength; i++) {
			for (int way = this.lastFork[this.list[i]]; way >= 0; way = this.forkBefore[way]) {
				if (this.seenFrom[way / 2] != from) {
					this.root[this.list[i]] = true;
				}
			}
		}
	}

	private int listSize(int from) {
		walk(from);
		int size = 0;
		for (int i = 0; i < this.listLength; i++) {
			int instruction = this.list[i];
			if (!isFork(instruction) || (instruction != from && this.root[instruction])) {
				size++;
			}
		}
		return size;
	}

	private void walk(int from) {
		this.listLength = 0;
		int count = push(0, from);
		while (count > 0) {
			int instruction = this.open[--count];
			if (this.seenFrom[instruction] != from) {
				this.seenFrom[instruction] = from;
				this.list[this.listLength++] = instruction;
				if ((instruction == from || !this.root[instruction]) && isFork(instruction)) {
					count = push(push(count, this.other[instruction]), this.next[instruction]);
				}
			}
		}
	}

}
