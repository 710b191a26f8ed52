package dev.sekisho.route.web;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sekisho.route.LiveTable;

/**
 * Lists the routes of a table in the order tried. Positions and totals count every route;
 * what belongs to a namespace the reader doesn't see is left blank, and no filter finds
 * it.
 */
@Component
class RouteListing {

	private final RouteIndexes indexes;

	private final RouteConditions conditions;

	RouteListing(RouteIndexes indexes, RouteConditions conditions) {
		this.indexes = indexes;
		this.conditions = conditions;
	}

	/**
	 * One page of the list; the last one instead of one that doesn't exist.
	 * @param table the table
	 * @param query what is asked for
	 * @param reader who asks
	 * @return the rows and how many there are in all
	 */
	RoutePage list(LiveTable table, RouteQuery query, Reader reader) {
		RouteIndex index = this.indexes.of(table);
		List<ListedRoute> found = query.filtered() ? found(index, query, reader) : index.routes();
		RouteQuery shown = query.within(found.size());
		List<RouteRow> rows = found.subList(shown.from(), Math.min(shown.from() + shown.size(), found.size()))
			.stream()
			.map((route) -> row(index, route, reader))
			.toList();
		return new RoutePage(shown, rows, found.size(), index.routes().size(), index.anyHostRoutes());
	}

	private List<ListedRoute> found(RouteIndex index, RouteQuery query, Reader reader) {
		return index.routes()
			.stream()
			.filter((route) -> route.matches(query, reader))
			.filter((route) -> query.state().isEmpty() || inState(index, route, query.state(), reader))
			.toList();
	}

	private boolean inState(RouteIndex index, ListedRoute route, String state, Reader reader) {
		if (!reader.sees(route.namespace())) {
			return false;
		}
		RouteCondition condition = this.conditions.of(index, route);
		return state.equals(RouteQuery.WARNINGS) ? condition.hasWarning() : condition.state().value().equals(state);
	}

	private RouteRow row(RouteIndex index, ListedRoute route, Reader reader) {
		if (!reader.sees(route.namespace())) {
			return RouteRow.hidden(route, RouteIndex.known(route.virtualHost(), reader.visibility()));
		}
		return RouteRow.of(route, this.conditions.of(index, route), reader);
	}

}
