package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.springframework.stereotype.Component;

import dev.sekisho.route.ServiceCatalog;
import dev.sekisho.route.web.RouteFinding.Code;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.RouteAction;

/**
 * Tells how routes fare: whether requests get to them, and whether something answers
 * there. Worked out once for each state of the table and of the Services.
 */
@Component
class RouteConditions {

	/** From this position on, the number of routes tried before is worth a note. */
	private static final int LATE = 200;

	private final ServiceCatalog catalog;

	private final DestinationStates destinations;

	private final PathSplit splits;

	private final Map<String, Known> known = new ConcurrentHashMap<>();

	RouteConditions(ServiceCatalog catalog, DestinationStates destinations, PathSplit splits) {
		this.catalog = catalog;
		this.destinations = destinations;
		this.splits = splits;
	}

	RouteCondition of(RouteIndex index, ListedRoute listed) {
		AtomicReferenceArray<RouteCondition> conditions = known(index).conditions();
		RouteCondition condition = conditions.get(listed.number());
		if (condition == null) {
			condition = condition(index, listed);
			conditions.set(listed.number(), condition);
		}
		return condition;
	}

	private Known known(RouteIndex index) {
		State state = new State(index.table().version(), this.catalog.version(), index.reaches().isComplete());
		return this.known.compute(index.table().gateway().name(), (name, before) -> {
			boolean current = before != null && before.state().equals(state);
			return current ? before : new Known(state, new AtomicReferenceArray<>(index.routes().size()));
		});
	}

	private RouteCondition condition(RouteIndex index, ListedRoute listed) {
		List<RouteFinding> findings = new ArrayList<>();
		Reach reach = index.reaches().of(listed);
		addReach(index, reach, listed, findings);
		addLosers(index, listed, findings);
		boolean dead = reach.verdict() == Reach.Verdict.SHADOWED || reach.verdict() == Reach.Verdict.NEVER_MATCHES;
		RouteState state = dead ? RouteState.NEVER_REACHED : RouteState.LIVE;
		if (listed.route().action() instanceof RouteAction.Forward forward) {
			RouteState answering = this.destinations.of(forward, findings);
			state = dead ? state : answering;
		}
		if (listed.route().rank().catchAll()) {
			findings.add(RouteFinding.of(Code.CATCH_ALL));
		}
		else if (listed.index() >= LATE) {
			findings.add(RouteFinding.of(Code.TRIED_LATE));
		}
		return new RouteCondition(state, findings);
	}

	private void addReach(RouteIndex index, Reach reach, ListedRoute listed, List<RouteFinding> findings) {
		switch (reach.verdict()) {
			case SHADOWED -> findings
				.add(RouteFinding.about(Code.SHADOWED, others(index, reach.by(), listed), reach.shadowedWitness()));
			case PARTLY_SHADOWED -> {
				List<Route> foreign = reach.by().stream().filter((other) -> !sameObject(other, listed)).toList();
				if (!foreign.isEmpty() && !listed.route().rank().catchAll()) {
					findings.add(RouteFinding.about(Code.PARTLY_SHADOWED, others(index, foreign, listed),
							reach.shadowedWitness()));
				}
			}
			case NEVER_MATCHES -> findings.add(RouteFinding.of(Code.NEVER_MATCHES));
			case CANT_TELL -> findings.add(RouteFinding.about(Code.CANT_TELL, List.of(), reach.witness()));
			case REACHED -> {
			}
		}
	}

	private void addLosers(RouteIndex index, ListedRoute listed, List<RouteFinding> findings) {
		List<RouteFinding.Other> losers = index.reaches()
			.losers(listed)
			.stream()
			.filter((loser) -> !sameObject(listed.route(), loser) && !loser.route().rank().catchAll())
			.map((loser) -> new RouteFinding.Other(loser.index() + 1, loser.route().virtualService(),
					why(listed.route(), loser.route()),
					this.splits.intended(index.table().gateway(), listed.route(), loser.route())))
			.toList();
		if (!losers.isEmpty()) {
			findings.add(RouteFinding.about(Code.TAKES_FROM, losers, null));
		}
	}

	private List<RouteFinding.Other> others(RouteIndex index, List<Route> earlier, ListedRoute listed) {
		return earlier.stream()
			.map((other) -> new RouteFinding.Other(Reaches.position(other, listed) + 1, other.virtualService(),
					why(other, listed.route()), this.splits.intended(index.table().gateway(), other, listed.route())))
			.toList();
	}

	private static boolean sameObject(Route route, ListedRoute listed) {
		return route.virtualService().equals(listed.route().virtualService());
	}

	private static String why(Route earlier, Route later) {
		if (earlier.virtualService().equals(later.virtualService())) {
			return "same-object";
		}
		boolean sameRank = earlier.rank().bucket() == later.rank().bucket()
				&& earlier.rank().catchAll() == later.rank().catchAll();
		return sameRank ? "older" : "rank";
	}

	/**
	 * What the conditions depend on.
	 *
	 * @param table the table's version
	 * @param catalog the version of Services and endpoints
	 * @param complete whether every route was looked at
	 */
	private record State(long table, long catalog, boolean complete) {

	}

	private record Known(State state, AtomicReferenceArray<RouteCondition> conditions) {

	}

}
