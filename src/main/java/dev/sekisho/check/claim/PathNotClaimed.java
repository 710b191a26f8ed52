package dev.sekisho.check.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.MatchShape;
import dev.sekisho.check.Need;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.overlap.PathSpace;

/**
 * Each path lies within a claimed path, by segment. What takes every path is another
 * rule's.
 */
class PathNotClaimed implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0210").needing(Need.CLAIMS);
	}

	@Override
	public void check(Examination examination, Report report) {
		ClaimedSpace claimed = ClaimedSpace.of(examination);
		if (claimed.open()) {
			return;
		}
		List<String> hosts = new ArrayList<>();
		examination.list("hosts").stream().map(Located::text).filter(claimed::hasHost).forEach(hosts::add);
		for (Located match : examination.matches()) {
			if (MatchShape.of(match.node(), examination.mesh()) == MatchShape.SOME_PATHS) {
				hosts.forEach((host) -> check(examination, claimed, host, match, report));
			}
		}
	}

	private void check(Examination examination, ClaimedSpace claimed, String host, Located match, Report report) {
		StringMatch uri = MatchShape.uri(match.node());
		if (uri == null) {
			return;
		}
		String outside = outside(examination, claimed.prefixes(host), match, uri);
		if (outside != null) {
			Located field = match.at("uri").at(uri.kind().name().toLowerCase(Locale.ROOT));
			report.add(this, Occurrence
				.at(field.path(), Argument.text(uri.value()), Argument.text(host),
						Argument.text(examination.namespace()))
				.saying(claimed.nearest(host, outside).map(Argument::text).orElse(Argument.message("claim.no-path")),
						WantedClaim.of(examination, host, wanted(outside))));
		}
	}

	private static @Nullable String outside(Examination examination, List<String> prefixes, Located match,
			StringMatch uri) {
		boolean ignoreCase = match.node().path("ignoreUriCase").asBoolean(false);
		if (uri.kind() != StringMatch.Kind.REGEX) {
			boolean covered = prefixes.stream()
				.anyMatch((prefix) -> ClaimedSpace.covers(prefix, uri.value(), ignoreCase));
			return covered ? null : uri.value();
		}
		boolean anyCase = uri.value().startsWith("(?i)");
		StringMatch regex = anyCase ? new StringMatch(uri.kind(), uri.value().substring(4)) : uri;
		PathSpace.Found found = PathSpace.of(regex, ignoreCase, examination.mesh()).outside(prefixes);
		if (found.none() || prefixes.contains("/")) {
			return null;
		}
		return (found.path() != null) ? found.path() : "/...";
	}

	private static String wanted(String path) {
		String start = path.startsWith("/") ? path : "/" + path;
		return (start.length() > 1 && start.endsWith("/")) ? start.substring(0, start.length() - 1) : start;
	}

}
