package dev.sekisho.check.path;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.PlacedRoute;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.check.claim.CanonicalHost;
import dev.sekisho.routing.Reach.Verdict;

/**
 * Some request can match. What can't is said here, unless a more particular rule says it.
 */
class NeverMatches implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0314");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (PlacedRoute placed : examination.routes()) {
			Located match = new Located(examination.pointer(placed.route()),
					examination.manifest().at(examination.pointer(placed.route())));
			if (placed.reach().verdict() == Verdict.NEVER_MATCHES && !isSaidElsewhere(examination, match)
					&& !isSaidOfHosts(placed)) {
				report.add(this, Occurrence.at(match.path(), Argument.text(placed.route().match().path().value())));
			}
		}
	}

	private static boolean isSaidOfHosts(PlacedRoute placed) {
		return placed.virtualHost().tlsRequired() || !CanonicalHost.isAsked(placed.virtualHost().domains());
	}

	private static boolean isSaidElsewhere(Examination examination, Located match) {
		boolean path = Uri.of(match)
			.filter((uri) -> PathWithoutSlash.applies(uri) || PathWithQuery.applies(uri))
			.isPresent();
		return path || MethodCase.applies(match) || SchemeBehindLoadBalancer.applies(examination, match) != null;
	}

}
