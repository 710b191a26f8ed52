package dev.sekisho.routing.condition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Replaces what a regex matches, as RE2's {@code GlobalReplace} does: all occurrences,
 * {@code \1} for a group, and no change at all if the substitution names a group that the
 * regex doesn't have.
 */
public final class RegexRewrite {

	private final String regex;

	private final String substitution;

	/**
	 * A rewrite.
	 * @param regex an RE2 regex
	 * @param substitution what replaces each match, with references such as {@code \1}
	 */
	public RegexRewrite(String regex, String substitution) {
		this.regex = regex;
		this.substitution = ByteText.of(substitution);
	}

	/**
	 * Rewrites a path.
	 * @param path the path as bytes
	 * @return the path after the rewrite
	 */
	public String apply(String path) {
		Pattern pattern = new RegexMatcher(this.regex).pattern();
		if (pattern == null || !isValid(pattern.groupCount())) {
			return path;
		}
		StringBuilder result = new StringBuilder();
		Matcher matcher = pattern.matcher(path);
		int copied = 0;
		int from = 0;
		int lastEnd = -1;
		while (from <= path.length() && matcher.find(from)) {
			if (matcher.start() == matcher.end() && matcher.start() == lastEnd) {
				from = matcher.end() + 1;
				continue;
			}
			result.append(path, copied, matcher.start());
			substitute(matcher, result);
			copied = matcher.end();
			lastEnd = matcher.end();
			from = (matcher.start() == matcher.end()) ? matcher.end() + 1 : matcher.end();
		}
		return result.append(path, copied, path.length()).toString();
	}

	private boolean isValid(int groups) {
		for (int i = 0; i < this.substitution.length(); i++) {
			if (this.substitution.charAt(i) == '\\') {
				i++;
				char next = (i < this.substitution.length()) ? this.substitution.charAt(i) : ' ';
				if (next != '\\' && (next < '0' || next > '9' || next - '0' > groups)) {
					return false;
				}
			}
		}
		return true;
	}

	private void substitute(Matcher matcher, StringBuilder result) {
		for (int i = 0; i < this.substitution.length(); i++) {
			char ch = this.substitution.charAt(i);
			if (ch != '\\') {
				result.append(ch);
				continue;
			}
			char next = this.substitution.charAt(++i);
			if (next == '\\') {
				result.append('\\');
			}
			else {
				String group = matcher.group(next - '0');
				result.append((group != null) ? group : "");
			}
		}
	}

}
