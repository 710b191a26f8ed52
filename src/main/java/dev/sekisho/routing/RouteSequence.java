package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Reach.Verdict;

/**
 * The routes that one server gives a virtual host, in the order tried: catch-alls last.
 * Immutable, but for the verdicts on its routes, which it keeps once they're known.
 */
final class RouteSequence {

	/** No routes. */
	static final RouteSequence EMPTY = new RouteSequence(new CompiledRoute[0], new byte[0], 0, PathIndex.EMPTY, 0, 0);

	private static final int SHADOWED = Verdict.SHADOWED.ordinal() + 1;

	private static final int NEVER_MATCHES = Verdict.NEVER_MATCHES.ordinal() + 1;

	private final CompiledRoute[] routes;

	private final byte[] verdicts;

	private final int plain;

	private final PathIndex tree;

	private final long fingerprint;

	private final int hostConditions;

	private int problems = -1;

	private RouteSequence(CompiledRoute[] routes, byte[] verdicts, int plain, PathIndex tree, long fingerprint,
			int hostConditions) {
		this.hostConditions = hostConditions;
		this.routes = routes;
		this.verdicts = verdicts;
		this.plain = plain;
		this.tree = tree;
		this.fingerprint = fingerprint;
	}

	static RouteSequence of(Collection<CompiledRoute> routes) {
		CompiledRoute[] sorted = routes.toArray(new CompiledRoute[0]);
		Arrays.sort(sorted, CompiledRoute.ORDER);
		PathIndex tree = PathIndex.EMPTY;
		long fingerprint = 0;
		int plain = 0;
		int hosts = 0;
		for (CompiledRoute route : sorted) {
			hosts += route.condition().dependsOnHost() ? 1 : 0;
			tree = tree.with(route);
			fingerprint += route.fingerprint();
			plain += route.isCatchAll() ? 0 : 1;
		}
		return new RouteSequence(sorted, new byte[sorted.length], plain, tree, fingerprint, hosts);
	}

	/**
	 * The sequence with some routes replaced.
	 * @param gone routes of this sequence
	 * @param come routes that aren't in it
	 * @return the new sequence
	 */
	RouteSequence with(Collection<CompiledRoute> gone, Collection<CompiledRoute> come) {
		RouteSequence fewer = gone.isEmpty() ? this : without(gone);
		RouteSequence changed = come.isEmpty() ? fewer : fewer.with(come);
		gone.forEach(changed::forget);
		come.forEach(changed::forget);
		return changed;
	}

	// Forgets the verdicts on the routes that a changed one can have an influence on.
	private void forget(CompiledRoute route) {
		this.tree.meeting(route.condition().path(), route.overlap(), (other) -> {
			if (CompiledRoute.ORDER.compare(other, route) >= 0) {
				this.verdicts[indexOf(other)] = 0;
			}
		});
	}

	int size() {
		return this.routes.length;
	}

	/**
	 * How many routes aren't catch-alls.
	 * @return the number of routes before the first catch-all
	 */
	int plain() {
		return this.plain;
	}

	CompiledRoute get(int index) {
		return this.routes[index];
	}

	PathIndex tree() {
		return this.tree;
	}

	/**
	 * A number that two sequences of the same routes have in common.
	 * @return the number
	 */
	long fingerprint() {
		return this.fingerprint;
	}

	/**
	 * The index of a route.
	 * @param route a route
	 * @return its index; negative if it isn't in the sequence
	 */
	int indexOf(CompiledRoute route) {
		return Arrays.binarySearch(this.routes, route, CompiledRoute.ORDER);
	}

	@Nullable Verdict verdict(int index) {
		byte known = this.verdicts[index];
		return (known == 0) ? null : Verdict.values()[known - 1];
	}

	void remember(int index, Verdict verdict) {
		this.verdicts[index] = (byte) (verdict.ordinal() + 1);
	}

	/**
	 * Works out the verdicts that aren't known.
	 * @param search works one out and remembers it
	 */
	void complete(IntFunction<Verdict> search) {
		for (int i = 0; i < this.verdicts.length; i++) {
			if (this.verdicts[i] == 0) {
				search.apply(i);
			}
		}
	}

	/**
	 * How many routes aren't reached at all, as far as it's known.
	 * @return the number
	 */
	int problems() {
		int known = this.problems;
		if (known < 0) {
			known = 0;
			for (int i = 0; i < this.verdicts.length; i++) {
				known += isProblem(i) ? 1 : 0;
			}
			this.problems = known;
		}
		return known;
	}

	boolean isProblem(int index) {
		return this.verdicts[index] == SHADOWED || this.verdicts[index] == NEVER_MATCHES;
	}

	/**
	 * Whether a verdict may depend on the hosts that there are.
	 * @return whether a route has a condition on the host
	 */
	boolean dependsOnHosts() {
		return this.hostConditions > 0;
	}

	boolean sameRoutes(RouteSequence other) {
		return this.fingerprint == other.fingerprint && Arrays.equals(this.routes, other.routes);
	}

	List<CompiledRoute> meeting(CompiledRoute route) {
		List<CompiledRoute> meeting = new ArrayList<>();
		this.tree.meeting(route.condition().path(), route.overlap(), meeting::add);
		if (meeting.size() > 1) {
			meeting.sort(CompiledRoute.ORDER);
		}
		return meeting;
	}

	private RouteSequence without(Collection<CompiledRoute> gone) {
		int[] indexes = gone.stream().mapToInt(this::indexOf).sorted().toArray();
		CompiledRoute[] fewer = new CompiledRoute[this.routes.length - indexes.length];
		byte[] known = new byte[fewer.length];
		int from = 0;
		for (int i = 0; i <= indexes.length; i++) {
			int to = (i < indexes.length) ? indexes[i] : this.routes.length;
			System.arraycopy(this.routes, from, fewer, from - i, to - from);
			System.arraycopy(this.verdicts, from, known, from - i, to - from);
			from = to + 1;
		}
		PathIndex remaining = this.tree;
		int plains = this.plain;
		long sum = this.fingerprint;
		int hosts = this.hostConditions;
		for (CompiledRoute route : gone) {
			remaining = remaining.without(route);
			plains -= route.isCatchAll() ? 0 : 1;
			sum -= route.fingerprint();
			hosts -= route.condition().dependsOnHost() ? 1 : 0;
		}
		return new RouteSequence(fewer, known, plains, remaining, sum, hosts);
	}

	private RouteSequence with(Collection<CompiledRoute> come) {
		List<CompiledRoute> sorted = come.stream().sorted(CompiledRoute.ORDER).toList();
		CompiledRoute[] more = new CompiledRoute[this.routes.length + sorted.size()];
		byte[] known = new byte[more.length];
		PathIndex grown = this.tree;
		int plains = this.plain;
		long sum = this.fingerprint;
		int hosts = this.hostConditions;
		int from = 0;
		for (int i = 0; i <= sorted.size(); i++) {
			int to = (i < sorted.size()) ? -indexOf(sorted.get(i)) - 1 : this.routes.length;
			System.arraycopy(this.routes, from, more, from + i, to - from);
			System.arraycopy(this.verdicts, from, known, from + i, to - from);
			from = to;
			if (i < sorted.size()) {
				CompiledRoute route = sorted.get(i);
				more[to + i] = route;
				grown = grown.with(route);
				plains += route.isCatchAll() ? 0 : 1;
				sum += route.fingerprint();
				hosts += route.condition().dependsOnHost() ? 1 : 0;
			}
		}
		return new RouteSequence(more, known, plains, grown, sum, hosts);
	}

}
