package dev.sekisho.check.path;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.routing.StringMatch.Kind;

/**
 * A regex has something that makes it one. The whole path has to match: {@code /api} is
 * that path and nothing below.
 */
class RegexWithoutPattern implements Rule {

	private static final Pattern LITERAL = Pattern.compile("[/A-Za-z0-9_~:@!,;=&%-]*");

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0313");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Uri uri : Uri.of(examination)) {
			if (uri.is(Kind.REGEX) && uri.value().startsWith("/") && uri.value().length() > 1
					&& LITERAL.matcher(uri.value()).matches()) {
				String path = uri.value().replaceFirst("/$", "");
				report.add(this,
						Occurrence.at(uri.field().path(), Argument.text(uri.value()))
							.repairedBy(uri.replacedBy(examination, "check.fix.segments",
									List.of(Map.of("exact", path), Map.of("prefix", path + "/")))));
			}
		}
	}

}
