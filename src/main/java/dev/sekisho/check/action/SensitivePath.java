package dev.sekisho.check.action;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.MissingNode;

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

/**
 * Paths that are meant for the inside stay inside: {@code /internal}, {@code /actuator},
 * {@code /metrics}, {@code /admin}, as clients write them or as the application gets
 * them.
 */
class SensitivePath implements Rule {

	private static final List<String> WORDS = List.of("internal", "actuator", "metrics", "admin");

	@Override
	public RuleCode code() {
		return RuleCode.acknowledge("SKS0611").needing(Need.SHARED_GATEWAY, Need.INGRESSES);
	}

	@Override
	public void check(Examination examination, Report report) {
		if (!examination.surroundings().internetFacing(examination.gateway())) {
			return;
		}
		for (Located entry : examination.http()) {
			if (!entry.at("route").items().isEmpty()) {
				blocks(entry).forEach((match) -> check(examination, entry, match, report));
			}
		}
	}

	private static List<Located> blocks(Located entry) {
		List<Located> matches = entry.at("match").items();
		return matches.isEmpty() ? List.of(new Located(entry.path(), MissingNode.getInstance())) : matches;
	}

	private void check(Examination examination, Located entry, Located match, Report report) {
		List<String> open = new ArrayList<>();
		for (String word : WORDS) {
			if (Exposure.of(match.node(), entry.node().path("rewrite"), examination.mesh()).shows(word)) {
				open.add("/" + word);
			}
		}
		if (!open.isEmpty()) {
			StringMatch uri = MatchShape.uri(match.node());
			report.add(this,
					Occurrence.at(match.path(),
							Argument.text((uri != null && !uri.value().isEmpty()) ? uri.value() : "/"),
							Argument.text(String.join(", ", open))));
		}
	}

}
