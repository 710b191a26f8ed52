package dev.sekisho.check.action;

import java.util.ArrayList;
import java.util.List;

import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Need;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * A CORS policy names the origins it lets in, unless any origin is allowed.
 */
class CorsAnyOriginOff implements Rule {

	private static final List<String> ANY_REGEX = List.of(".*", ".+", "^.*$", "(.*)", "https?://.*", "https://.*",
			"http://.*", "http.*");

	private static final List<String> ANY_PREFIX = List.of("", "h", "http", "https", "http:", "https:", "http://",
			"https://");

	@Override
	public RuleCode code() {
		return RuleCode.blocking("SKS0607").needing(Need.SHARED_GATEWAY);
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Located entry : examination.http()) {
			List<Located> origins = new ArrayList<>(entry.at("corsPolicy").at("allowOrigins").items());
			origins.addAll(entry.at("corsPolicy").at("allowOrigin").items());
			OffByDefault.CORS_ANY_ORIGIN.report(this, examination, report,
					origins.stream().filter(CorsAnyOriginOff::isAny));
		}
	}

	private static boolean isAny(Located origin) {
		if (origin.isText()) {
			return origin.text().equals("*");
		}
		String prefix = origin.at("prefix").text();
		return origin.at("exact").text().equals("*") || ANY_REGEX.contains(origin.at("regex").text())
				|| (origin.at("prefix").isText() && ANY_PREFIX.contains(prefix));
	}

}
