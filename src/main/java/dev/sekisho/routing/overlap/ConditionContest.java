package dev.sekisho.routing.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.overlap.Choice.Option;

/**
 * Works out which routes can win in two orders, over all requests for one path that one
 * route matches. The state is the set of routes that a request may still match; each
 * dimension rules some out. Requests with the same set fare alike, so one of each is
 * enough.
 */
final class ConditionContest {

	private static final int BUDGET = 5_000;

	private static final int NONE = Integer.MAX_VALUE;

	private final List<CompiledRoute> routes = new ArrayList<>();

	private final Map<CompiledRoute, Integer> numbers = new LinkedHashMap<>();

	private final List<Integer> first;

	private final List<Integer> second;

	private final int required;

	private final boolean onlyWhereItWins;

	private boolean complete = true;

	private int[] settledAt = new int[0];

	/**
	 * Sets a contest up.
	 * @param required the route that every request has to match; it's in {@code first}
	 * @param first the routes in one order
	 * @param second the routes in another order
	 * @param onlyWhereItWins whether only requests matter that the required route wins in
	 * the first order
	 */
	ConditionContest(CompiledRoute required, List<CompiledRoute> first, List<CompiledRoute> second,
			boolean onlyWhereItWins) {
		this.first = numbers(first);
		this.second = numbers(second);
		this.required = number(required);
		this.onlyWhereItWins = onlyWhereItWins;
	}

	/**
	 * Whether all outcomes were found and every witness was put together from what is
	 * known.
	 * @return whether the budget was enough
	 */
	boolean complete() {
		return this.complete;
	}

	/**
	 * The outcomes, natural requests first.
	 * @param clients where the requests come from
	 * @param work how much may be worked
	 * @return the outcomes
	 */
	List<Outcome> outcomes(Clients clients, Work work) {
		List<Choice> choices = Choices.of(this.routes, clients);
		this.settledAt = settledAt(choices);
		Map<BitSet, Partial> states = new LinkedHashMap<>();
		BitSet all = new BitSet();
		all.set(0, this.routes.size());
		states.put(all, new Partial(null, null, 0));
		for (int level = 0; level < choices.size(); level++) {
			this.complete &= choices.get(level).complete();
			if (!work.spend((long) states.size() * choices.get(level).options().size() * 10)) {
				this.complete = false;
				return List.of();
			}
			states = choose(states, choices.get(level), level);
		}
		return states.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue((one, other) -> Integer.compare(one.cost(), other.cost())))
			.map((entry) -> new Outcome(winner(this.first, entry.getKey()), winner(this.second, entry.getKey()),
					entry.getValue()))
			.toList();
	}

	private Map<BitSet, Partial> choose(Map<BitSet, Partial> states, Choice choice, int level) {
		Map<BitSet, Partial> next = new LinkedHashMap<>();
		states.forEach((alive, partial) -> {
			for (Option option : choice.options()) {
				BitSet left = (BitSet) alive.clone();
				left.andNot(option.failing());
				if (!left.get(this.required) || !simplify(left, level)) {
					continue;
				}
				Partial longer = new Partial(partial, option, partial.cost() + option.cost());
				if (next.size() < BUDGET || next.containsKey(left)) {
					next.merge(left, longer, (one, other) -> (other.cost() < one.cost()) ? other : one);
				}
				else {
					this.complete = false;
				}
			}
		});
		return next;
	}

	// Drops routes that can't win any more. Whether the state still matters.
	private boolean simplify(BitSet alive, int level) {
		int winnerOfFirst = settled(this.first, alive, level);
		if (this.onlyWhereItWins && winnerOfFirst < this.first.indexOf(this.required)) {
			return false;
		}
		int winnerOfSecond = settled(this.second, alive, level);
		BitSet relevant = new BitSet();
		relevant.set(this.required);
		keep(relevant, this.first, winnerOfFirst);
		keep(relevant, this.second, winnerOfSecond);
		alive.and(relevant);
		return true;
	}

	private static void keep(BitSet relevant, List<Integer> order, int last) {
		for (int i = 0; i < order.size() && i <= last; i++) {
			relevant.set(order.get(i));
		}
	}

	private int settled(List<Integer> order, BitSet alive, int level) {
		for (int i = 0; i < order.size(); i++) {
			if (alive.get(order.get(i)) && this.settledAt[order.get(i)] <= level) {
				return i;
			}
		}
		return NONE;
	}

	private int[] settledAt(List<Choice> choices) {
		int[] settled = new int[this.routes.size()];
		for (int level = 0; level < choices.size(); level++) {
			BitSet constrained = choices.get(level).constrained();
			for (int i = constrained.nextSetBit(0); i >= 0; i = constrained.nextSetBit(i + 1)) {
				settled[i] = level;
			}
		}
		return settled;
	}

	private @Nullable CompiledRoute winner(List<Integer> order, BitSet alive) {
		for (int number : order) {
			if (alive.get(number)) {
				return this.routes.get(number);
			}
		}
		return null;
	}

	private List<Integer> numbers(List<CompiledRoute> order) {
		return order.stream().map(this::number).distinct().toList();
	}

	private int number(CompiledRoute route) {
		return this.numbers.computeIfAbsent(route, (key) -> {
			this.routes.add(key);
			return this.routes.size() - 1;
		});
	}

	/**
	 * Requests that fare alike.
	 *
	 * @param first the route that wins in the first order, if any
	 * @param second the route that wins in the second order, if any
	 * @param partial the options of a request of them
	 */
	record Outcome(@Nullable CompiledRoute first, @Nullable CompiledRoute second, Partial partial) {

	}

	/**
	 * The options chosen so far.
	 *
	 * @param before the options chosen earlier
	 * @param option the last option
	 * @param cost how unnatural they are together
	 */
	record Partial(@Nullable Partial before, @Nullable Option option, int cost) {

		void apply(RequestSketch sketch) {
			if (this.before != null) {
				this.before.apply(sketch);
			}
			if (this.option != null) {
				this.option.effect().accept(sketch);
			}
		}

	}

}
