package dev.sekisho.routing.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Reach.Verdict;
import dev.sekisho.routing.condition.CompiledRoute;

/**
 * The routes that one server gives a virtual host, in the order tried: catch-alls last.
 * Immutable, but for the verdicts on its routes, which it keeps once they're known.
 */
public final class RouteSequence {

	/** No routes. */
	public static final RouteSequence EMPTY = new RouteSequence(RouteBlocks.EMPTY, 0, PathIndex.EMPTY, 0, 0);

	private final RouteBlocks routes;

	private final int plain;

	private final PathIndex tree;

	private final long fingerprint;

	private final int hostConditions;

	private RouteSequence(RouteBlocks routes, int plain, PathIndex tree, long fingerprint, int hostConditions) {
		this.routes = routes;
		this.plain = plain;
		this.tree = tree;
		this.fingerprint = fingerprint;
		this.hostConditions = hostConditions;
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
		return new RouteSequence(RouteBlocks.of(sorted), plain, tree, fingerprint, hosts);
	}

	/**
	 * The sequence with some routes replaced.
	 * @param gone routes of this sequence
	 * @param come routes that aren't in it
	 * @return the new sequence
	 */
	RouteSequence with(Collection<CompiledRoute> gone, Collection<CompiledRoute> come) {
		RouteBlocks changed = this.routes;
		PathIndex changedTree = this.tree;
		int plains = this.plain;
		long sum = this.fingerprint;
		int hosts = this.hostConditions;
		List<CompiledRoute> found = found(gone);
		for (CompiledRoute route : found) {
			changed = changed.without(route);
			changedTree = changedTree.without(route);
			plains -= route.isCatchAll() ? 0 : 1;
			sum -= route.fingerprint();
			hosts -= route.condition().dependsOnHost() ? 1 : 0;
		}
		for (CompiledRoute route : come) {
			changed = changed.with(route);
			changedTree = changedTree.with(route);
			plains += route.isCatchAll() ? 0 : 1;
			sum += route.fingerprint();
			hosts += route.condition().dependsOnHost() ? 1 : 0;
		}
		BitSet influenced = new BitSet();
		for (Collection<CompiledRoute> some : List.of(found, come)) {
			for (CompiledRoute route : some) {
				addInfluenced(changed, changedTree, route, influenced);
			}
		}
		return new RouteSequence(changed.forgetting(influenced), plains, changedTree, sum, hosts);
	}

	// A VirtualService keeps the routes it was last translated to. When that was for
	// other
	// Services than those of this table, it was translated once more since.
	private List<CompiledRoute> found(Collection<CompiledRoute> routes) {
		List<CompiledRoute> found = new ArrayList<>(routes.size());
		routes.forEach((route) -> found.add(this.routes.get(this.routes.indexOf(route))));
		return found;
	}

	// The routes whose verdicts a changed one can have an influence on.
	private static void addInfluenced(RouteBlocks routes, PathIndex tree, CompiledRoute changed, BitSet positions) {
		tree.meeting(changed.condition().path(), changed.overlap(), (other) -> {
			if (CompiledRoute.ORDER.compare(other, changed) >= 0) {
				positions.set(routes.indexOf(other));
			}
		});
	}

	/**
	 * How many routes there are.
	 * @return the number
	 */
	public int size() {
		return this.routes.size();
	}

	/**
	 * How many routes aren't catch-alls.
	 * @return the number of routes before the first catch-all
	 */
	int plain() {
		return this.plain;
	}

	/**
	 * One of the routes.
	 * @param index its index
	 * @return the route
	 */
	public CompiledRoute get(int index) {
		return this.routes.get(index);
	}

	/**
	 * The routes in blocks.
	 * @return the blocks
	 */
	public RouteBlocks routes() {
		return this.routes;
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
		return this.routes.indexOf(route);
	}

	@Nullable Verdict verdict(int index) {
		return this.routes.blockAt(index).verdict(index - this.routes.startAt(index));
	}

	void remember(int index, Verdict verdict) {
		this.routes.blockAt(index).remember(index - this.routes.startAt(index), verdict);
	}

	/**
	 * Works out the verdicts that aren't known.
	 * @param search works one out and remembers it
	 */
	public void complete(IntFunction<Verdict> search) {
		this.routes.complete(search);
	}

	/**
	 * How many routes aren't reached at all, as far as it's known.
	 * @return the number
	 */
	public int problems() {
		return this.routes.problems();
	}

	/**
	 * Whether a route is known to get less than it asks for.
	 * @param index its index
	 * @return whether it is
	 */
	public boolean isProblem(int index) {
		return this.routes.blockAt(index).isProblem(index - this.routes.startAt(index));
	}

	/**
	 * Whether a verdict may depend on the hosts that there are.
	 * @return whether a route has a condition on the host
	 */
	public boolean dependsOnHosts() {
		return this.hostConditions > 0;
	}

	boolean sameRoutes(RouteSequence other) {
		return this.fingerprint == other.fingerprint && this.routes.sameRoutes(other.routes);
	}

	List<CompiledRoute> meeting(CompiledRoute route) {
		List<CompiledRoute> meeting = new ArrayList<>();
		this.tree.meeting(route.condition().path(), route.overlap(), meeting::add);
		if (meeting.size() > 1) {
			meeting.sort(CompiledRoute.ORDER);
		}
		return meeting;
	}

}
