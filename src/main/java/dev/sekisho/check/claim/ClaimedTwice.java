package dev.sekisho.check.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.MatchShape;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.route.ClaimOverlap;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.StringMatch.Kind;
import dev.sekisho.routing.overlap.PathSpace;

/**
 * A path that the namespace may use is claimed for another namespace as well: both may
 * have routes there, and the older one answers. Whose claim says it more exactly uses
 * what is its own. The platform team mends the claims.
 */
class ClaimedTwice implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0215").needing(Need.CLAIMS, Need.NAMESPACES);
	}

	@Override
	public void check(Examination examination, Report report) {
		List<ClaimOverlap> overlaps = examination.surroundings()
			.claimOverlaps(examination.gateway())
			.stream()
			.filter((overlap) -> overlap.contested(examination.namespace()))
			.toList();
		if (overlaps.isEmpty()) {
			return;
		}
		List<String> hosts = examination.list("hosts")
			.stream()
			.map((host) -> CanonicalHost.of(host.text()).text())
			.toList();
		for (Located match : examination.matches()) {
			if (MatchShape.of(match.node(), examination.mesh()) != MatchShape.SOME_PATHS) {
				continue;
			}
			overlaps.stream()
				.filter((overlap) -> hosts.contains(overlap.host()) && meets(examination, match, overlap))
				.findFirst()
				.ifPresent((overlap) -> report.add(this, occurrence(match, overlap)));
		}
	}

	// The other namespace isn't named: not everybody may see it.
	private static Occurrence occurrence(Located match, ClaimOverlap overlap) {
		String field = Optional.ofNullable(MatchShape.uri(match.node()))
			.map((uri) -> match.at("uri").at(uri.kind().name().toLowerCase(Locale.ROOT)).path())
			.orElse(match.path());
		return Occurrence.at(field, Argument.text(overlap.inner().prefix()), Argument.text(overlap.host()));
	}

	private static boolean meets(Examination examination, Located match, ClaimOverlap overlap) {
		StringMatch uri = MatchShape.uri(match.node());
		String prefix = overlap.inner().prefix();
		boolean ignoreCase = match.node().path("ignoreUriCase").asBoolean(false);
		if (uri == null || uri.kind() == Kind.REGEX) {
			return PathSpace.of(uri, ignoreCase, examination.mesh()).inside(prefix).path() != null;
		}
		return ClaimedSpace.covers(prefix, uri.value(), ignoreCase);
	}

}
