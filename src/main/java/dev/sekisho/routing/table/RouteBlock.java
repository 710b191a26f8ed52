package dev.sekisho.routing.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Reach.Verdict;
import dev.sekisho.routing.condition.CompiledRoute;

/**
 * A few routes that stand next to each other, with the verdicts on them. A block is
 * shared by all sequences for which both are the same, so that what one of them finds out
 * all know. Immutable, but for verdicts that become known.
 */
final class RouteBlock {

	private static final int SHADOWED = Verdict.SHADOWED.ordinal() + 1;

	private static final int NEVER_MATCHES = Verdict.NEVER_MATCHES.ordinal() + 1;

	private static final Verdict[] VERDICTS = Verdict.values();

	private final CompiledRoute[] routes;

	private final byte[] verdicts;

	private boolean complete;

	private int problems = -1;

	private RouteBlock(CompiledRoute[] routes, byte[] verdicts) {
		this.routes = routes;
		this.verdicts = verdicts;
	}

	static RouteBlock of(CompiledRoute[] sorted, int from, int to) {
		return new RouteBlock(Arrays.copyOfRange(sorted, from, to), new byte[to - from]);
	}

	int size() {
		return this.routes.length;
	}

	CompiledRoute get(int index) {
		return this.routes[index];
	}

	int indexOf(CompiledRoute route) {
		return Arrays.binarySearch(this.routes, route, CompiledRoute.ORDER);
	}

	@Nullable Verdict verdict(int index) {
		byte known = this.verdicts[index];
		return (known == 0) ? null : VERDICTS[known - 1];
	}

	void remember(int index, Verdict verdict) {
		this.verdicts[index] = (byte) (verdict.ordinal() + 1);
	}

	boolean isProblem(int index) {
		return this.verdicts[index] == SHADOWED || this.verdicts[index] == NEVER_MATCHES;
	}

	/**
	 * Works out the verdicts that aren't known.
	 * @param start the position of the first route
	 * @param search works one out and remembers it
	 * @return whether all are known now
	 */
	boolean complete(int start, IntFunction<Verdict> search) {
		if (!this.complete) {
			boolean all = true;
			for (int i = 0; i < this.verdicts.length; i++) {
				if (this.verdicts[i] == 0) {
					search.apply(start + i);
					all &= this.verdicts[i] != 0;
				}
			}
			this.complete = all;
		}
		return this.complete;
	}

	int problems() {
		int known = this.problems;
		if (known < 0) {
			known = 0;
			for (int i = 0; i < this.verdicts.length; i++) {
				known += isProblem(i) ? 1 : 0;
			}
			this.problems = this.complete ? known : -1;
		}
		return known;
	}

	RouteBlock with(int index, CompiledRoute route) {
		CompiledRoute[] more = Arrays.copyOf(this.routes, this.routes.length + 1);
		System.arraycopy(this.routes, index, more, index + 1, this.routes.length - index);
		more[index] = route;
		byte[] known = Arrays.copyOf(this.verdicts, more.length);
		System.arraycopy(this.verdicts, index, known, index + 1, this.verdicts.length - index);
		known[index] = 0;
		return new RouteBlock(more, known);
	}

	RouteBlock without(int index) {
		CompiledRoute[] fewer = Arrays.copyOf(this.routes, this.routes.length - 1);
		System.arraycopy(this.routes, index + 1, fewer, index, fewer.length - index);
		byte[] known = Arrays.copyOf(this.verdicts, fewer.length);
		System.arraycopy(this.verdicts, index + 1, known, index, known.length - index);
		return new RouteBlock(fewer, known);
	}

	RouteBlock part(int from, int to) {
		return new RouteBlock(Arrays.copyOfRange(this.routes, from, to), Arrays.copyOfRange(this.verdicts, from, to));
	}

	/**
	 * The block without some verdicts.
	 * @param start the position of the first route
	 * @param positions the positions of the routes concerned
	 * @return the changed block
	 */
	RouteBlock forgetting(int start, BitSet positions) {
		RouteBlock changed = part(0, size());
		int position = positions.nextSetBit(start);
		for (; position >= 0 && position < start + size(); position = positions.nextSetBit(position + 1)) {
			changed.verdicts[position - start] = 0;
		}
		return changed;
	}

}
