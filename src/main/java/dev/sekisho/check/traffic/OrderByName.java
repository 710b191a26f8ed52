package dev.sekisho.check.traffic;

import java.util.ArrayList;
import java.util.List;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.PlacedRoute;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.Route;

/**
 * Which of two meeting routes comes first is decided by more than names. VirtualServices
 * of the same second, as bulk applies make them, are tried by name.
 */
class OrderByName implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.notice("SKS0509");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (PlacedRoute placed : examination.routes()) {
			List<Route> rivals = rivals(placed, !examination.standing());
			if (!rivals.isEmpty()) {
				report.add(this, Occurrence.at(examination.pointer(placed.route()), Said.path(placed.route()),
						placed.hosts(), Said.routes(rivals)));
			}
		}
	}

	// Of two routes that stand already, it is the later one that says so.
	private static List<Route> rivals(PlacedRoute placed, boolean later) {
		List<Route> rivals = new ArrayList<>();
		if (placed.route().rank().created() != null) {
			placed.reach().by().stream().filter((other) -> isTie(placed, other)).forEach(rivals::add);
			List<Route> routes = placed.virtualHost().routes();
			for (int position = placed.position() + 1; later && position < routes.size(); position++) {
				if (isTie(placed, routes.get(position)) && takenFrom(placed, position)) {
					rivals.add(routes.get(position));
				}
			}
		}
		return rivals;
	}

	private static boolean isTie(PlacedRoute placed, Route other) {
		return !other.virtualService().equals(placed.route().virtualService())
				&& other.rank().equals(placed.route().rank());
	}

	private static boolean takenFrom(PlacedRoute placed, int position) {
		return placed.reachAt(position).by().contains(placed.route());
	}

}
