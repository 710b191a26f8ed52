package dev.sekisho.web;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Sentences with names in them: {@code `x`} becomes code and {@code **x**} bold;
 * everything else is escaped, so text from anywhere may be passed. Templates know it as
 * {@code rich} and show its result with {@code th:utext}.
 */
public class RichText {

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final Pattern BOLD = Pattern.compile("\\*\\*([^*`][^*]*)\\*\\*");

	RichText() {
	}

	/**
	 * Turns a sentence to HTML.
	 * @param sentence the sentence
	 * @return safe HTML; empty if there is none
	 */
	public String of(@Nullable String sentence) {
		if (sentence == null) {
			return "";
		}
		String bold = BOLD.matcher(HtmlUtils.htmlEscape(sentence, "UTF-8")).replaceAll("<b>$1</b>");
		return CODE.matcher(bold).replaceAll("<code>$1</code>");
	}

}
