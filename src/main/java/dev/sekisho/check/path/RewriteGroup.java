package dev.sekisho.check.path;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.Located;
import dev.sekisho.check.Occurrence;
import dev.sekisho.check.Report;
import dev.sekisho.check.Rule;
import dev.sekisho.check.RuleCode;

/**
 * A regex rewrite names only groups that its pattern has. With another one Envoy leaves
 * the path as it was.
 */
class RewriteGroup implements Rule {

	private static final Pattern REFERENCE = Pattern.compile("\\\\([1-9])");

	@Override
	public RuleCode code() {
		return RuleCode.warning("SKS0351");
	}

	@Override
	public void check(Examination examination, Report report) {
		for (Located entry : examination.http()) {
			Located regex = entry.at("rewrite").at("uriRegexRewrite");
			int groups = groups(regex.at("match").text());
			Matcher named = REFERENCE.matcher(regex.at("rewrite").text());
			while (groups >= 0 && named.find()) {
				if (Integer.parseInt(named.group(1)) > groups) {
					report.add(this, Occurrence.at(regex.at("rewrite").path(), Argument.text(named.group()),
							Argument.text(regex.at("match").text())));
				}
			}
		}
	}

	// Counts what opens a group; -1 if that can't be told without reading the regex.
	private static int groups(String regex) {
		int groups = 0;
		for (int i = 0; i < regex.length(); i++) {
			char ch = regex.charAt(i);
			if (ch == '[' || (ch == '\\' && i + 1 < regex.length() && regex.charAt(i + 1) == 'Q')) {
				return -1;
			}
			i += (ch == '\\') ? 1 : 0;
			boolean plain = ch == '(' && !regex.startsWith("(?", i);
			groups += (plain || regex.startsWith("(?P<", i) || regex.startsWith("(?<", i)) ? 1 : 0;
		}
		return groups;
	}

}
