package dev.sekisho.routing.impact;

import java.util.ArrayList;
import java.util.List;

import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.table.HostRoutes;
import dev.sekisho.routing.table.RouteSequence;

/**
 * What two lists of routes don't have in common in the same order. Only that can make
 * them answer differently.
 */
final class Difference {

	private final List<Integer> gone = new ArrayList<>();

	private final List<Integer> added = new ArrayList<>();

	private final List<int[]> moved = new ArrayList<>();

	private Difference() {
	}

	static Difference between(HostRoutes first, HostRoutes second) {
		Difference difference = new Difference();
		if (first.parts().size() <= 1 && second.parts().size() <= 1) {
			difference.walk(part(first), part(second));
		}
		else {
			CommonOrder common = new CommonOrder(first, second);
			difference.gone.addAll(common.onlyInFirst(first.size()));
			difference.added.addAll(common.onlyInSecond(second.size()));
		}
		return difference;
	}

	/**
	 * The positions of the first list that have no counterpart.
	 * @return positions, ascending
	 */
	List<Integer> gone() {
		return this.gone;
	}

	/**
	 * The positions of the second list that have no counterpart.
	 * @return positions, ascending
	 */
	List<Integer> added() {
		return this.added;
	}

	/**
	 * The counterparts that aren't the same object. Only told for lists of one part.
	 * @return pairs of positions
	 */
	List<int[]> replaced() {
		return this.moved;
	}

	private static RouteSequence part(HostRoutes routes) {
		return routes.parts().isEmpty() ? RouteSequence.EMPTY : routes.parts().get(0);
	}

	private void walk(RouteSequence first, RouteSequence second) {
		int i = 0;
		int j = 0;
		while (i < first.size() && j < second.size()) {
			int shared = first.routes().shared(i, second.routes(), j);
			if (shared > 0 || first.get(i) == second.get(j)) {
				i += Math.max(shared, 1);
				j += Math.max(shared, 1);
				continue;
			}
			int order = byPlace(first.get(i), second.get(j));
			if (order < 0) {
				this.gone.add(i++);
			}
			else if (order > 0) {
				this.added.add(j++);
			}
			else {
				int endOfFirst = end(first, i);
				int endOfSecond = end(second, j);
				compare(first, i, endOfFirst, second, j, endOfSecond);
				i = endOfFirst;
				j = endOfSecond;
			}
		}
		for (; i < first.size(); i++) {
			this.gone.add(i);
		}
		for (; j < second.size(); j++) {
			this.added.add(j);
		}
	}

	// The routes of one VirtualService in both lists.
	private void compare(RouteSequence first, int from, int to, RouteSequence second, int start, int end) {
		List<CompiledRoute> one = new ArrayList<>();
		for (int i = from; i < to; i++) {
			one.add(first.get(i));
		}
		List<CompiledRoute> other = new ArrayList<>();
		for (int j = start; j < end; j++) {
			other.add(second.get(j));
		}
		CommonOrder common = new CommonOrder(one, other);
		common.onlyInFirst(one.size()).forEach((index) -> this.gone.add(from + index));
		common.onlyInSecond(other.size()).forEach((index) -> this.added.add(start + index));
		common.pairs().forEach((pair) -> this.moved.add(new int[] { from + pair[0], start + pair[1] }));
	}

	private static int end(RouteSequence routes, int from) {
		int end = from + 1;
		while (end < routes.size() && byPlace(routes.get(from), routes.get(end)) == 0) {
			end++;
		}
		return end;
	}

	private static int byPlace(CompiledRoute one, CompiledRoute other) {
		if (one.isCatchAll() != other.isCatchAll()) {
			return one.isCatchAll() ? 1 : -1;
		}
		return one.place().compareTo(other.place());
	}

}
