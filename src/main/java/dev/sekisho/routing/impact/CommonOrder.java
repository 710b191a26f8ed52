package dev.sekisho.routing.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Rank;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.condition.RouteIdentity;

/**
 * The routes that two lists have in common in the same order. Only the others can make
 * two lists answer differently.
 */
final class CommonOrder {

	private final BitSet inFirst = new BitSet();

	private final BitSet inSecond = new BitSet();

	private final List<int[]> pairs;

	CommonOrder(List<CompiledRoute> first, List<CompiledRoute> second) {
		Map<Key, Deque<Integer>> positions = new HashMap<>();
		for (int i = 0; i < second.size(); i++) {
			positions.computeIfAbsent(Key.of(second.get(i)), (key) -> new ArrayDeque<>(1)).add(i);
		}
		List<int[]> found = new ArrayList<>();
		for (int i = 0; i < first.size(); i++) {
			Deque<Integer> counterparts = positions.get(Key.of(first.get(i)));
			if (counterparts != null && !counterparts.isEmpty()) {
				found.add(new int[] { i, counterparts.remove() });
			}
		}
		this.pairs = longestRise(found);
		this.pairs.forEach((pair) -> {
			this.inFirst.set(pair[0]);
			this.inSecond.set(pair[1]);
		});
	}

	/**
	 * The common routes.
	 * @return their indexes in both lists
	 */
	List<int[]> pairs() {
		return this.pairs;
	}

	List<Integer> onlyInFirst(int size) {
		return missing(this.inFirst, size);
	}

	List<Integer> onlyInSecond(int size) {
		return missing(this.inSecond, size);
	}

	private static List<Integer> missing(BitSet common, int size) {
		List<Integer> missing = new ArrayList<>();
		for (int i = common.nextClearBit(0); i < size; i = common.nextClearBit(i + 1)) {
			missing.add(i);
		}
		return missing;
	}

	private static List<int[]> longestRise(List<int[]> pairs) {
		int[] ends = new int[pairs.size()];
		int[] before = new int[pairs.size()];
		int length = 0;
		for (int i = 0; i < pairs.size(); i++) {
			int low = 0;
			int high = length;
			while (low < high) {
				int middle = (low + high) >>> 1;
				if (pairs.get(ends[middle])[1] < pairs.get(i)[1]) {
					low = middle + 1;
				}
				else {
					high = middle;
				}
			}
			before[i] = (low > 0) ? ends[low - 1] : -1;
			ends[low] = i;
			length = Math.max(length, low + 1);
		}
		int[][] rise = new int[length][];
		for (int at = (length > 0) ? ends[length - 1] : -1, i = length - 1; at >= 0; at = before[at], i--) {
			rise[i] = pairs.get(at);
		}
		return Arrays.asList(rise);
	}

	/**
	 * What has to be equal for a route to be the same at the same rank.
	 *
	 * @param identity what it is
	 * @param rank why it stands where it stands
	 */
	private record Key(RouteIdentity identity, Rank rank) {

		static Key of(CompiledRoute route) {
			return new Key(RouteIdentity.of(route), route.route().rank());
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Key key && this.identity.equals(key.identity) && this.rank.equals(key.rank);
		}

		// What tells nearly all of them apart, and costs nothing.
		@Override
		public int hashCode() {
			return this.identity.contentHash().hashCode();
		}

	}

}
