package dev.sekisho.routing.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;

import dev.sekisho.routing.Reach.Verdict;
import dev.sekisho.routing.condition.CompiledRoute;

/**
 * Routes in the order tried, in blocks: a changed list shares all blocks with the list
 * before but the one that changed. Immutable, but for verdicts that become known.
 */
public final class RouteBlocks {

	/** No routes. */
	static final RouteBlocks EMPTY = new RouteBlocks(new RouteBlock[0], new int[0], 0, new BitSet());

	private static final int LARGEST = 128;

	private final RouteBlock[] blocks;

	private final int[] starts;

	private final int size;

	// The blocks in which a verdict may not be known.
	private final BitSet open;

	private boolean complete;

	private int problems = -1;

	private RouteBlocks(RouteBlock[] blocks, int[] starts, int size, BitSet open) {
		this.open = open;
		this.blocks = blocks;
		this.starts = starts;
		this.size = size;
	}

	static RouteBlocks of(CompiledRoute[] sorted) {
		int half = LARGEST / 2;
		RouteBlock[] blocks = new RouteBlock[(sorted.length + half - 1) / half];
		int[] starts = new int[blocks.length];
		for (int i = 0; i < blocks.length; i++) {
			starts[i] = i * half;
			blocks[i] = RouteBlock.of(sorted, starts[i], Math.min(sorted.length, starts[i] + half));
		}
		return new RouteBlocks(blocks, starts, sorted.length, all(blocks.length));
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
	public int shared(int position, RouteBlocks other, int otherPosition) {
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
		if (this.complete) {
			return;
		}
		boolean all = true;
		for (int i = this.open.nextSetBit(0); i >= 0; i = this.open.nextSetBit(i + 1)) {
			all &= this.blocks[i].complete(this.starts[i], search);
		}
		this.complete = all;
	}

	int problems() {
		int known = this.problems;
		if (known < 0) {
			known = 0;
			for (RouteBlock block : this.blocks) {
				known += block.problems();
			}
			this.problems = this.complete ? known : -1;
		}
		return known;
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
		BitSet concerned = open();
		for (int at = positions.nextSetBit(0); at >= 0;) {
			int number = numberAt(at);
			changed[number] = changed[number].forgetting(this.starts[number], positions);
			concerned.set(number);
			int next = number + 1;
			at = (next < this.starts.length) ? positions.nextSetBit(this.starts[next]) : -1;
		}
		return new RouteBlocks(changed, this.starts, this.size, concerned);
	}

	// The other blocks aren't looked at, as many of them wouldn't be in the processor's
	// cache.
	private RouteBlocks replaced(int number, RouteBlock... by) {
		RouteBlock[] changed = Arrays.copyOf(this.blocks, this.blocks.length - 1 + by.length);
		int[] places = Arrays.copyOf(this.starts, changed.length);
		int end = this.starts[number];
		for (int i = 0; i < by.length; i++) {
			changed[number + i] = by[i];
			places[number + i] = end;
			end += by[i].size();
		}
		int shift = end - this.starts[number] - this.blocks[number].size();
		for (int i = number + 1; i < this.blocks.length; i++) {
			changed[i - 1 + by.length] = this.blocks[i];
			places[i - 1 + by.length] = this.starts[i] + shift;
		}
		BitSet concerned = (by.length == 1) ? open() : all(changed.length);
		concerned.set(number, number + by.length);
		return new RouteBlocks(changed, places, this.size + shift, concerned);
	}

	private BitSet open() {
		return this.complete ? new BitSet(this.starts.length) : (BitSet) this.open.clone();
	}

	private static BitSet all(int count) {
		BitSet all = new BitSet(count);
		all.set(0, count);
		return all;
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
