package dev.sekisho.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;

import dev.sekisho.routing.Reach.Verdict;

/**
 * Routes in the order tried, in blocks: a changed list shares all blocks with the list
 * before but the one that changed. Immutable, but for verdicts that become known.
 */
final class RouteBlocks {

	/** No routes. */
	static final RouteBlocks EMPTY = new RouteBlocks(new RouteBlock[0]);

	private static final int LARGEST = 128;

	private final RouteBlock[] blocks;

	private final int[] starts;

	private final int size;

	private RouteBlocks(RouteBlock[] blocks) {
		this.blocks = blocks;
		this.starts = new int[blocks.length];
		int start = 0;
		for (int i = 0; i < this.starts.length; i++) {
			this.starts[i] = start;
			start += blocks[i].size();
		}
		this.size = start;
	}

	static RouteBlocks of(CompiledRoute[] sorted) {
		int half = LARGEST / 2;
		RouteBlock[] blocks = new RouteBlock[(sorted.length + half - 1) / half];
		for (int i = 0; i < blocks.length; i++) {
			blocks[i] = RouteBlock.of(sorted, i * half, Math.min(sorted.length, (i + 1) * half));
		}
		return new RouteBlocks(blocks);
	}

	int size() {
		return this.size;
	}

	CompiledRoute get(int position) {
		int number = numberAt(position);
		return this.blocks[number].get(position - this.starts[number]);
	}

	/**
	 * The position of a route.
	 * @param route a route
	 * @return its position; negative if there's no such route
	 */
	int indexOf(CompiledRoute route) {
		if (this.size == 0) {
			return -1;
		}
		int number = numberFor(route);
		int index = this.blocks[number].indexOf(route);
		return (index >= 0) ? this.starts[number] + index : -1;
	}

	RouteBlock blockAt(int position) {
		return this.blocks[numberAt(position)];
	}

	int startAt(int position) {
		return this.starts[numberAt(position)];
	}

	/**
	 * How many routes are surely the same as those of another list, because they stand in
	 * blocks that both lists have.
	 * @param position a position
	 * @param other the other list
	 * @param otherPosition a position in the other list
	 * @return the number of routes from these positions on; 0 if it isn't known
	 */
	int shared(int position, RouteBlocks other, int otherPosition) {
		int number = numberAt(position);
		int otherNumber = other.numberAt(otherPosition);
		if (position - this.starts[number] != otherPosition - other.starts[otherNumber]) {
			return 0;
		}
		int most = Math.min(this.blocks.length - number, other.blocks.length - otherNumber);
		int count = 0;
		while (count < most && this.blocks[number + count] == other.blocks[otherNumber + count]) {
			count++;
		}
		if (count == 0) {
			return 0;
		}
		int end = number + count;
		return ((end < this.starts.length) ? this.starts[end] : this.size) - position;
	}

	void complete(IntFunction<Verdict> search) {
		for (int i = 0; i < this.starts.length; i++) {
			this.blocks[i].complete(this.starts[i], search);
		}
	}

	int problems() {
		int problems = 0;
		for (RouteBlock block : this.blocks) {
			problems += block.problems();
		}
		return problems;
	}

	boolean sameRoutes(RouteBlocks other) {
		if (this.size != other.size) {
			return false;
		}
		int position = 0;
		while (position < this.size) {
			int shared = shared(position, other, position);
			if (shared == 0 && get(position) != other.get(position)) {
				return false;
			}
			position += Math.max(shared, 1);
		}
		return true;
	}

	RouteBlocks with(CompiledRoute route) {
		if (this.size == 0) {
			return of(new CompiledRoute[] { route });
		}
		int number = numberFor(route);
		RouteBlock block = this.blocks[number];
		RouteBlock grown = block.with(-block.indexOf(route) - 1, route);
		int half = LARGEST / 2;
		return (grown.size() <= LARGEST) ? replaced(number, grown)
				: replaced(number, grown.part(0, half), grown.part(half, grown.size()));
	}

	RouteBlocks without(CompiledRoute route) {
		int number = numberFor(route);
		RouteBlock shrunk = this.blocks[number].without(this.blocks[number].indexOf(route));
		return (shrunk.size() > 0) ? replaced(number, shrunk) : replaced(number);
	}

	RouteBlocks forgetting(BitSet positions) {
		if (positions.isEmpty()) {
			return this;
		}
		RouteBlock[] changed = this.blocks.clone();
		for (int i = 0; i < this.starts.length; i++) {
			changed[i] = changed[i].forgetting(this.starts[i], positions);
		}
		return new RouteBlocks(changed);
	}

	private RouteBlocks replaced(int number, RouteBlock... by) {
		RouteBlock[] changed = Arrays.copyOf(this.blocks, this.blocks.length - 1 + by.length);
		System.arraycopy(by, 0, changed, number, by.length);
		System.arraycopy(this.blocks, number + 1, changed, number + by.length, this.blocks.length - number - 1);
		return new RouteBlocks(changed);
	}

	private int numberAt(int position) {
		int found = Arrays.binarySearch(this.starts, position);
		return (found >= 0) ? found : -found - 2;
	}

	// The last block that doesn't begin after the route.
	private int numberFor(CompiledRoute route) {
		int low = 0;
		int high = this.starts.length;
		while (high - low > 1) {
			int middle = (low + high) >>> 1;
			if (CompiledRoute.ORDER.compare(this.blocks[middle].get(0), route) <= 0) {
				low = middle;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

}
