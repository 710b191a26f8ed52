package dev.sekisho.check.path;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Fix;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;
import dev.sekisho.check.Severity;
import dev.sekisho.routing.StringMatch.Kind;

/**
 * A prefix ends at a segment border. {@code /shop} also matches {@code /shop-admin}. Of a
 * route that stands already this is only a notice: what it takes from others is reported
 * with them.
 */
class RawPrefix implements Rule {

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0301");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Uri uri : Uri.of(examination)) {
			if (uri.is(Kind.PREFIX) && uri.value().length() > 1 && !uri.value().endsWith("/")
					&& uri.value().startsWith("/") && !PathWithQuery.applies(uri)) {
				Occurrence raw = Occurrence.at(uri.field().path(), Argument.text(uri.value()),
						Argument.text(uri.value() + "-x"));
				Occurrence graded = examination.standing() ? raw.as(Severity.NOTICE) : raw;
				report.add(this, canSplit(examination, uri) ? graded.repairedBy(split(examination, uri)) : graded);
			}
		}
	}

	// The pair can't share a replacement that doesn't end with a slash.
	private static boolean canSplit(Examination examination, Uri uri) {
		JsonNode entry = examination.manifest().at(uri.entry());
		JsonNode rewrite = entry.path("rewrite").path("uri");
		JsonNode redirect = entry.path("redirect").path("prefixRewrite");
		return (!rewrite.isTextual() || rewrite.textValue().endsWith("/")) && !redirect.isTextual();
	}

	static Fix split(Examination examination, Uri uri) {
		return uri.replacedBy(examination, "check.fix.segments",
				List.of(Map.of("exact", uri.value()), Map.of("prefix", uri.value() + "/")));
	}

}
