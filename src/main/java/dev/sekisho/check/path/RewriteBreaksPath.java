package dev.sekisho.check.path;

import java.util.List;

import com.fasterxml.jackson.databind.node.MissingNode;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.MatchShape;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.routing.StringMatch.Kind;

/**
 * A rewrite leaves a path that is meant: Envoy replaces the matched text as it is, and
 * slashes are part of it ({@code currentUrlPathAfterRewriteWithMatchedPath}).
 */
class RewriteBreaksPath implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0350");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Located entry : examination.http()) {
			Located rewrite = entry.at("rewrite").at("uri");
			if (rewrite.isText() && !rewrite.text().isEmpty()) {
				matches(entry).forEach((match) -> check(examination, match, rewrite, report));
			}
		}
	}

	private static List<Located> matches(Located entry) {
		List<Located> matches = entry.at("match").items();
		return matches.isEmpty() ? List.of(new Located(entry.path() + "/match/0", MissingNode.getInstance())) : matches;
	}

	private void check(Examination examination, Located match, Located rewrite, Report report) {
		StringMatch uri = MatchShape.uri(match.node());
		String prefix = (uri == null || uri.kind() == Kind.PRESENT) ? "/"
				: ((uri.kind() == Kind.PREFIX) ? uri.value() : null);
		String to = rewrite.text();
		if (prefix == null) {
			if (!to.startsWith("/")) {
				report.add(this, wrong(rewrite, (uri != null) ? uri.value() : "/", to));
			}
			return;
		}
		String from = prefix.endsWith("/") ? prefix + "x" : prefix + "/x";
		String made = to + from.substring(prefix.length());
		boolean joined = prefix.endsWith("/") && !to.endsWith("/");
		if (joined || made.contains("//") || !to.startsWith("/") || to.contains("?")) {
			Occurrence wrong = wrong(rewrite, from, made);
			boolean doubled = !prefix.endsWith("/") && to.endsWith("/") && to.startsWith("/") && prefix.length() > 1;
			report.add(this, doubled
					? Uri.of(match).map((one) -> wrong.repairedBy(RawPrefix.split(examination, one))).orElse(wrong)
					: wrong);
		}
	}

	private static Occurrence wrong(Located rewrite, String from, String made) {
		return Occurrence.at(rewrite.path(), Argument.text(from), Argument.text(made));
	}

}
