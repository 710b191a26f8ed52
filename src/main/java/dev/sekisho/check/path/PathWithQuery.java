package dev.sekisho.check.path;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.StringMatch.Kind;

/**
 * A path holds neither a query nor a fragment. Both are cut off before paths are
 * compared.
 */
class PathWithQuery implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0311");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Uri uri : Uri.of(examination)) {
			if (applies(uri)) {
				report.add(this, Occurrence.at(uri.field().path(), Argument.text(uri.value())));
			}
		}
	}

	static boolean applies(Uri uri) {
		return !uri.is(Kind.REGEX) && (uri.value().contains("?") || uri.value().contains("#"));
	}

}
