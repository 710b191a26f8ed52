package dev.sekisho.check.path;

import java.util.List;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.JsonPatchOperation;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.StringMatch.Kind;

/**
 * A path starts with a slash.
 */
class PathWithoutSlash implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0310");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Uri uri : Uri.of(examination)) {
			if (applies(uri)) {
				Occurrence without = Occurrence.at(uri.field().path(), Argument.text(uri.value()));
				report.add(this, without.repairedBy(new Fix("check.fix.slash",
						List.of(new JsonPatchOperation("replace", uri.field().path(), "/" + uri.value())))));
			}
		}
	}

	static boolean applies(Uri uri) {
		boolean empty = uri.value().isEmpty() && !uri.is(Kind.EXACT);
		return !uri.is(Kind.REGEX) && !empty && !uri.value().startsWith("/");
	}

}
