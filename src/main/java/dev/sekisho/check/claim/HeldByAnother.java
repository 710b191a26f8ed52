package dev.sekisho.check.claim;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.PlacedRoute;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.StringMatch.Kind;
import dev.sekisho.routing.impact.TrafficImpact.Moved;

/**
 * Where a shared gateway has no claims, a path belongs to the namespace whose route
 * already has it, or has a path above it.
 */
class HeldByAnother implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0211").needing(Need.CHANGE, Need.CLAIMS);
	}

	@Override
	public void check(Examination examination, Report report) {
		if (!ClaimedSpace.of(examination).open()) {
			return;
		}
		for (PlacedRoute placed : examination.routes()) {
			Set<Route> rivals = new LinkedHashSet<>(placed.reach().by());
			taken(examination, placed).forEach(rivals::add);
			rivals.removeIf((rival) -> !holds(examination, rival, placed.route()));
			if (!rivals.isEmpty()) {
				report.add(this,
						Occurrence.at(examination.pointer(placed.route()),
								Argument.text(placed.route().match().path().value()), Argument.text(placed.hosts()),
								Argument.routes(rivals.stream().map(Route::virtualService).toList())));
			}
		}
	}

	private static Stream<Route> taken(Examination examination, PlacedRoute placed) {
		return examination.impact()
			.moved()
			.stream()
			.filter((moved) -> moved.before() != null && placed.route().equals(moved.after()))
			.map(Moved::before);
	}

	private static boolean holds(Examination examination, Route rival, Route own) {
		StringMatch held = rival.match().path();
		StringMatch wanted = own.match().path();
		return !rival.virtualService().namespace().equals(examination.namespace()) && !rival.rank().catchAll()
				&& held.kind() != Kind.REGEX && wanted.kind() != Kind.REGEX && held.value().length() > 1
				&& ClaimedSpace.covers(held.value(), wanted.value(), rival.match().ignoreCase());
	}

}
