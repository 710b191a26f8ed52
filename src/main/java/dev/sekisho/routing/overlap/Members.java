package dev.sekisho.routing.overlap;

import java.util.Arrays;

/**
 * A growing set of routes.
 */
final class Members {

	private int[] indexes;

	private int size;

	Members() {
		this(new int[8], 0);
	}

	private Members(int[] indexes, int size) {
		this.indexes = indexes;
		this.size = size;
	}

	void add(int index) {
		if (this.size == this.indexes.length) {
			this.indexes = Arrays.copyOf(this.indexes, this.size * 2);
		}
		this.indexes[this.size++] = index;
	}

	void cut(int length) {
		this.size = length;
	}

	int get(int position) {
		return this.indexes[position];
	}

	int size() {
		return this.size;
	}

	Members copy() {
		return new Members(Arrays.copyOf(this.indexes, this.size + 4), this.size);
	}

}
