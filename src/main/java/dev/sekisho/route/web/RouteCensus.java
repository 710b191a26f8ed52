package dev.sekisho.route.web;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sekisho.route.LiveTable;
import dev.sekisho.route.ServiceCatalog;

/**
 * Counts routes by how they fare, for the quick filters. Counts are remembered for as
 * long as table, Services and reader are the same.
 */
@Component
class RouteCensus {

	private static final int MOST_READERS = 200;

	private final RouteIndexes indexes;

	private final RouteConditions conditions;

	private final ServiceCatalog catalog;

	private final Map<Key, Counts> known = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, Counts> eldest) {
			return size() > MOST_READERS;
		}

	};

	RouteCensus(RouteIndexes indexes, RouteConditions conditions, ServiceCatalog catalog) {
		this.indexes = indexes;
		this.conditions = conditions;
		this.catalog = catalog;
	}

	/**
	 * Counts the routes a reader sees.
	 * @param table the table
	 * @param reader who asks
	 * @return the counts; not yet known for a large table that has just changed
	 */
	Counts of(LiveTable table, Reader reader) {
		RouteIndex index = this.indexes.of(table);
		if (!index.reaches().isComplete()) {
			return new Counts(false, own(index, reader), 0, 0, 0);
		}
		Key key = new Key(table.gateway().name(), table.version(), this.catalog.version(), reader);
		synchronized (this.known) {
			return this.known.computeIfAbsent(key, (missing) -> count(index, reader));
		}
	}

	private Counts count(RouteIndex index, Reader reader) {
		int warnings = 0;
		int neverReached = 0;
		int down = 0;
		for (ListedRoute route : index.routes()) {
			if (reader.sees(route.namespace())) {
				RouteCondition condition = this.conditions.of(index, route);
				warnings += condition.hasWarning() ? 1 : 0;
				neverReached += (condition.state() == RouteState.NEVER_REACHED) ? 1 : 0;
				down += (condition.state() == RouteState.DOWN) ? 1 : 0;
			}
		}
		return new Counts(true, own(index, reader), warnings, neverReached, down);
	}

	private static int own(RouteIndex index, Reader reader) {
		return (int) index.routes()
			.stream()
			.filter((route) -> reader.own().contains(route.namespace()) && reader.sees(route.namespace()))
			.count();
	}

	private record Key(String gateway, long table, long catalog, Reader reader) {

	}

	/**
	 * How many routes.
	 *
	 * @param known whether the counts by state are known
	 * @param own in the reader's own namespaces
	 * @param warnings with something to be done about them
	 * @param neverReached never reached
	 * @param down with nothing that answers
	 */
	record Counts(boolean known, int own, int warnings, int neverReached, int down) {

	}

}
