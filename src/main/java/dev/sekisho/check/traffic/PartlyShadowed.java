package dev.sekisho.check.traffic;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.PlacedRoute;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.check.Severity;
import dev.sekisho.check.claim.ClaimedSpace;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.Reach;
import dev.sekisho.routing.Reach.Verdict;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.StringMatch.Kind;

/**
 * No route of another namespace takes a part of the requests, unless that part is claimed
 * for it: such a split is wanted. Where there are no claims, a narrower path is taken for
 * wanted in a proposal; of what stands already the owner may not know, and is told.
 */
class PartlyShadowed implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0506");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (PlacedRoute placed : examination.routes()) {
			if (placed.route().rank().catchAll()) {
				continue;
			}
			Reach reach = placed.reach();
			List<Route> others = reach.by()
				.stream()
				.filter((taker) -> !Said.own(examination, taker))
				.filter((taker) -> !wanted(examination, placed, taker, reach.shadowedWitness()))
				.toList();
			if (reach.verdict() == Verdict.PARTLY_SHADOWED && !others.isEmpty()) {
				Occurrence partly = Occurrence
					.at(examination.pointer(placed.route()), Said.path(placed.route()), placed.hosts(),
							Said.routes(others))
					.saying(Said.why(others.get(0), placed),
							Said.witness(reach.shadowedWitness(), placed.virtualHost().name()));
				boolean open = ClaimedSpace.of(examination, examination.namespace()).open();
				report.add(this, open ? partly.as(Severity.NOTICE) : partly);
			}
		}
	}

	private static boolean wanted(Examination examination, PlacedRoute placed, Route taker,
			@Nullable HttpRequest witness) {
		ClaimedSpace claimed = ClaimedSpace.of(examination, taker.virtualService().namespace());
		if (claimed.open()) {
			return !examination.standing() && isBelow(taker.match().path(), placed.route().match().path());
		}
		String path = (witness != null) ? witness.target().replaceFirst("\\?.*", "") : taker.match().path().value();
		return placed.virtualHost().domains().stream().anyMatch((host) -> claimed.hasPath(host, path));
	}

	private static boolean isBelow(StringMatch path, StringMatch above) {
		String start = above.value().endsWith("/") ? above.value() : above.value() + "/";
		return path.kind() != Kind.REGEX && above.kind() == Kind.PREFIX && path.value().startsWith(start);
	}

}
