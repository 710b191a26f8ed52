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
 * The case of a regex isn't ignored by {@code ignoreUriCase}; the regex itself can say
 * so.
 */
class CaseOfRegex implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.notice("SKS0315");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Uri uri : Uri.of(examination)) {
			if (uri.is(Kind.REGEX) && uri.ignoresCase() && !uri.value().startsWith("(?i)")) {
				report.add(this, Occurrence.at(uri.field().path(), Argument.text(uri.value()))
					.repairedBy(new Fix("check.fix.ignore-case",
							List.of(new JsonPatchOperation("replace", uri.field().path(), "(?i)" + uri.value())))));
			}
		}
	}

}
