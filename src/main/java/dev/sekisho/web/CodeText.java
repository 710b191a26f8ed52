package dev.sekisho.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * YAML in coloured parts, line by line. Templates know it as {@code code}.
 */
public class CodeText {

	private static final Pattern KEY = Pattern.compile("^(\\s*(?:- )*)([^\\s#'\"-][^:#'\"]*)(:)(?=\\s|$)(.*)$");

	CodeText() {
	}

	/**
	 * Splits a manifest.
	 * @param text a manifest as the cluster or the form writes it
	 * @return the lines
	 */
	public List<List<Part>> yaml(String text) {
		return text.stripTrailing().lines().map(CodeText::line).toList();
	}

	private static List<Part> line(String line) {
		Matcher matcher = KEY.matcher(line);
		if (line.stripLeading().startsWith("#")) {
			return List.of(new Part("c", line));
		}
		if (!matcher.matches()) {
			return List.of(new Part("", line.isEmpty() ? " " : line));
		}
		List<Part> parts = new ArrayList<>();
		parts.add(new Part("", matcher.group(1)));
		parts.add(new Part("k", matcher.group(2)));
		parts.add(new Part("", matcher.group(3)));
		parts.add(new Part("s", matcher.group(4)));
		return parts;
	}

	/**
	 * Some characters of one colour.
	 *
	 * @param kind class name: {@code k} key, {@code s} value, {@code c} comment, or empty
	 * @param text the characters
	 */
	public record Part(String kind, String text) {
	}

}
