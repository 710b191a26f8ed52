package dev.sekisho.routing.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.condition.RoutablePaths;
import dev.sekisho.routing.overlap.ConditionContest.Partial;

/**
 * Works out which routes can win in one or two orders, over all requests that one route
 * matches: path by path, and for each the other conditions of the routes that it meets.
 */
public final class Contest {

	private static final long WORK = 200_000;

	private static final int NEVER = Integer.MAX_VALUE;

	private final List<CompiledRoute> routes = new ArrayList<>();

	private final int[] first;

	private final int[] second;

	private final int required;

	private final boolean onlyWhereItWins;

	private final Clients clients;

	private final Work work;

	private final Map<List<Integer>, List<ConditionContest.Outcome>> known = new HashMap<>();

	private boolean complete = true;

	/**
	 * Sets a contest up.
	 * @param required the route that every request has to match; it's in {@code first}
	 * @param first the routes in one order
	 * @param second the routes in another order
	 * @param onlyWhereItWins whether only requests matter that the required route wins in
	 * the first order
	 * @param clients where the requests come from
	 */
	public Contest(CompiledRoute required, List<CompiledRoute> first, List<CompiledRoute> second,
			boolean onlyWhereItWins, Clients clients) {
		Map<CompiledRoute, Integer> numbers = new IdentityHashMap<>((first.size() + second.size()) * 2);
		int[] firstRank = ranks(first, numbers);
		int[] secondRank = ranks(second, numbers);
		this.first = Arrays.copyOf(firstRank, this.routes.size());
		Arrays.fill(this.first, firstRank.length, this.first.length, NEVER);
		this.second = secondRank;
		this.required = numbers.getOrDefault(required, 0);
		this.onlyWhereItWins = onlyWhereItWins;
		this.clients = clients;
		this.work = new Work(WORK + 20L * this.routes.size());
	}

	/**
	 * Whether all outcomes were found, unless the visitor had enough.
	 * @return whether the work was enough
	 */
	public boolean complete() {
		return this.complete && this.work.wasEnough();
	}

	/**
	 * Finds the outcomes.
	 * @param visitor gets them, natural requests first for each path
	 */
	public void run(Visitor visitor) {
		PathAtoms.Visitor paths = new PathAtoms.Visitor() {
			@Override
			public boolean visit(String path, Members members) {
				return Contest.this.visit(path, members, visitor);
			}

			@Override
			public boolean isPointless(int route) {
				return Contest.this.onlyWhereItWins
						&& Contest.this.first[route] < Contest.this.first[Contest.this.required]
						&& Contest.this.routes.get(route).isUnconditional();
			}
		};
		new PathAtoms(this.routes, this.required, RoutablePaths.of(this.clients.mesh()), this.work, paths).walk();
	}

	private boolean visit(String path, Members members, Visitor visitor) {
		int firstSure = firstSure(members, this.first);
		if (this.onlyWhereItWins && firstSure >= 0 && this.first[firstSure] < this.first[this.required]) {
			return true;
		}
		int secondSure = firstSure(members, this.second);
		List<Integer> open = open(members, rank(this.first, firstSure), rank(this.second, secondSure));
		if (open.isEmpty() && this.clients.anyScheme()) {
			return visitor.visit(new Outcome(route(firstSure), route(secondSure), path, null, this.clients.hosts()));
		}
		List<Integer> key = new ArrayList<>(open);
		key.add(firstSure);
		key.add(secondSure);
		for (ConditionContest.Outcome outcome : this.known.computeIfAbsent(key,
				(any) -> conditions(open, firstSure, secondSure))) {
			if (!visitor
				.visit(new Outcome(outcome.first(), outcome.second(), path, outcome.partial(), this.clients.hosts()))) {
				return false;
			}
		}
		return true;
	}

	// The first route that every request for the path matches.
	private int firstSure(Members members, int[] ranks) {
		int best = -1;
		for (int i = 0; i < members.size(); i++) {
			int route = members.get(i);
			if (ranks[route] < ((best < 0) ? NEVER : ranks[best]) && this.routes.get(route).isUnconditional()) {
				best = route;
			}
		}
		return best;
	}

	private List<Integer> open(Members members, int firstLimit, int secondLimit) {
		List<Integer> open = List.of();
		for (int i = 0; i < members.size(); i++) {
			int route = members.get(i);
			boolean counts = this.first[route] < firstLimit || this.second[route] < secondLimit
					|| route == this.required;
			if (counts && !this.routes.get(route).isUnconditional()) {
				open = open.isEmpty() ? new ArrayList<>(4) : open;
				open.add(route);
			}
		}
		return open;
	}

	private List<ConditionContest.Outcome> conditions(List<Integer> open, int firstSure, int secondSure) {
		List<Integer> all = new ArrayList<>(open);
		for (int sure : new int[] { firstSure, secondSure, this.required }) {
			if (sure >= 0 && !all.contains(sure)) {
				all.add(sure);
			}
		}
		ConditionContest contest = new ConditionContest(this.routes.get(this.required), ordered(all, this.first),
				ordered(all, this.second), this.onlyWhereItWins);
		List<ConditionContest.Outcome> outcomes = contest.outcomes(this.clients, this.work);
		this.complete &= contest.complete();
		return outcomes;
	}

	private List<CompiledRoute> ordered(List<Integer> some, int[] ranks) {
		return some.stream()
			.filter((route) -> ranks[route] != NEVER)
			.sorted(Comparator.comparingInt((route) -> ranks[route]))
			.map(this.routes::get)
			.toList();
	}

	private @Nullable CompiledRoute route(int number) {
		return (number >= 0) ? this.routes.get(number) : null;
	}

	private static int rank(int[] ranks, int route) {
		return (route >= 0) ? ranks[route] : NEVER;
	}

	private int[] ranks(List<CompiledRoute> order, Map<CompiledRoute, Integer> numbers) {
		int[] ranks = new int[this.routes.size() + order.size()];
		Arrays.fill(ranks, NEVER);
		for (int i = 0; i < order.size(); i++) {
			CompiledRoute route = order.get(i);
			Integer number = numbers.putIfAbsent(route, this.routes.size());
			if (number == null) {
				number = this.routes.size();
				this.routes.add(route);
			}
			ranks[number] = Math.min(ranks[number], i);
		}
		return Arrays.copyOf(ranks, this.routes.size());
	}

	/**
	 * Gets the outcomes.
	 */
	public interface Visitor {

		/**
		 * Takes an outcome.
		 * @param outcome the outcome
		 * @return whether more outcomes are wanted
		 */
		boolean visit(Outcome outcome);

	}

	/**
	 * Requests that fare alike.
	 *
	 * @param first the route that wins in the first order, if any
	 * @param second the route that wins in the second order, if any
	 * @param path their path
	 * @param partial what else a request of them has; {@code null} for nothing
	 * @param hosts their hosts
	 */
	public record Outcome(@Nullable CompiledRoute first, @Nullable CompiledRoute second, String path,
			@Nullable Partial partial, HostClass hosts) {

		/**
		 * A request of this outcome.
		 * @param port the gateway's port
		 * @return the request
		 */
		public HttpRequest witness(int port) {
			RequestSketch sketch = new RequestSketch();
			sketch.path(this.path);
			sketch.host(this.hosts.host());
			if (this.partial != null) {
				this.partial.apply(sketch);
			}
			return sketch.request(port);
		}

	}

}
