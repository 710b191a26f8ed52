package dev.sekisho.route;

import java.util.HashMap;
import java.util.Map;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.Snapshot;

/**
 * Adds up the endpoints of each Service, once for each state of the EndpointSlices. A
 * Service with two address families has each endpoint twice; it is counted once.
 */
class EndpointTotals {

	private static final Total NONE = new Total(0, 0);

	private volatile Totals totals = new Totals(Long.MIN_VALUE, Map.of());

	Total of(Snapshot<EndpointCount> slices, ObjectKey service) {
		Totals known = this.totals;
		if (known.version() != slices.version()) {
			known = new Totals(slices.version(), count(slices));
			this.totals = known;
		}
		return known.byService().getOrDefault(service, NONE);
	}

	private static Map<ObjectKey, Total> count(Snapshot<EndpointCount> slices) {
		Map<ObjectKey, Map<String, Total>> byFamily = new HashMap<>();
		for (EndpointCount slice : slices.items().values()) {
			byFamily.computeIfAbsent(new ObjectKey(slice.namespace(), slice.service()), (key) -> new HashMap<>())
				.merge(slice.addressType(), new Total(slice.ready(), slice.total()), Total::plus);
		}
		Map<ObjectKey, Total> totals = new HashMap<>();
		byFamily.forEach(
				(service, families) -> totals.put(service, families.values().stream().reduce(NONE, Total::larger)));
		return totals;
	}

	/**
	 * Endpoints of a Service.
	 *
	 * @param ready how many are ready
	 * @param total how many there are
	 */
	record Total(int ready, int total) {

		Total plus(Total other) {
			return new Total(this.ready + other.ready, this.total + other.total);
		}

		Total larger(Total other) {
			return new Total(Math.max(this.ready, other.ready), Math.max(this.total, other.total));
		}

	}

	private record Totals(long version, Map<ObjectKey, Total> byService) {

	}

}
