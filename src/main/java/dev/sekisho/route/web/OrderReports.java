package dev.sekisho.route.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import dev.sekisho.route.LiveTable;
import dev.sekisho.routing.impact.OrderDependence;

/**
 * Which requests would get another answer if the objects were created anew. Worked out
 * once for each table, when somebody asks.
 */
@Component
class OrderReports {

	private final Map<String, Known> known = new ConcurrentHashMap<>();

	/**
	 * The classes of requests that a reader may know of: one of the two routes is theirs
	 * to see.
	 * @param table the table
	 * @param reader who asks
	 * @return the classes; routes that the reader doesn't see have no name
	 */
	OrderReport of(LiveTable table, Reader reader) {
		Known report = this.known.compute(table.gateway().name(), (name, before) -> {
			boolean current = before != null && before.version() == table.version();
			return current ? before : new Known(table.version(), OrderDependence.of(table.world()).flips());
		});
		List<OrderReport.Item> items = report.flips()
			.stream()
			.map((flip) -> OrderReport.Item.of(flip, reader))
			.filter(OrderReport.Item::visible)
			.toList();
		return new OrderReport(items, report.flips().size());
	}

	private record Known(long version, List<OrderDependence.Flip> flips) {

	}

}
