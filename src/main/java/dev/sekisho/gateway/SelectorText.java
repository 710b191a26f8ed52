package dev.sekisho.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A label selector as kubectl writes it:
 * {@code team=a,tier in (front, back),!legacy,region}.
 */
final class SelectorText {

	private static final String KEY = "([A-Za-z0-9][-A-Za-z0-9_./]*)";

	private static final Pattern REQUIREMENT = Pattern.compile("\\s*(?:(?<absent>!)\\s*"
			+ KEY.replaceFirst("\\(", "(?<not>") + "|" + KEY.replaceFirst("\\(", "(?<key>")
			+ "(?:\\s*(?<equal>==|=|!=)\\s*(?<value>[-A-Za-z0-9_.]*)|\\s+(?<set>in|notin)\\s*\\((?<values>[^()]*)\\))?)\\s*(?:,|$)");

	private SelectorText() {
	}

	/**
	 * Reads a selector.
	 * @param text the text; an empty one selects everything
	 * @return the selector as Kubernetes has it; empty if the text isn't one
	 */
	static Optional<Map<String, Object>> read(String text) {
		Map<String, Object> labels = new LinkedHashMap<>();
		List<Map<String, Object>> expressions = new ArrayList<>();
		Matcher matcher = REQUIREMENT.matcher(text);
		int end = 0;
		while (end < text.length() && !text.substring(end).isBlank()) {
			if (!matcher.find(end) || matcher.start() != end) {
				return Optional.empty();
			}
			add(matcher, labels, expressions);
			end = matcher.end();
		}
		Map<String, Object> selector = new LinkedHashMap<>();
		if (!labels.isEmpty()) {
			selector.put("matchLabels", labels);
		}
		if (!expressions.isEmpty()) {
			selector.put("matchExpressions", expressions);
		}
		return Optional.of(selector);
	}

	private static void add(Matcher matcher, Map<String, Object> labels, List<Map<String, Object>> expressions) {
		String key = matcher.group("key");
		String equal = matcher.group("equal");
		String set = matcher.group("set");
		if (matcher.group("absent") != null) {
			expressions.add(expression(matcher.group("not"), "DoesNotExist", null));
		}
		else if (set != null) {
			List<String> values = List.of(matcher.group("values").split(",")).stream().map(String::strip).toList();
			expressions.add(expression(key, set.equals("in") ? "In" : "NotIn", values));
		}
		else if (equal == null) {
			expressions.add(expression(key, "Exists", null));
		}
		else if (equal.equals("!=")) {
			expressions.add(expression(key, "NotIn", List.of(matcher.group("value"))));
		}
		else {
			labels.put(key, matcher.group("value"));
		}
	}

	private static Map<String, Object> expression(String key, String operator, @Nullable List<String> values) {
		Map<String, Object> expression = new LinkedHashMap<>();
		expression.put("key", key);
		expression.put("operator", operator);
		if (values != null) {
			expression.put("values", values);
		}
		return expression;
	}

	/**
	 * Writes a selector.
	 * @param selector the selector as Kubernetes has it
	 * @return the text
	 */
	static String write(Map<String, Object> selector) {
		List<String> parts = new ArrayList<>();
		GatewayDraft.map(selector.get("matchLabels")).forEach((key, value) -> parts.add(key + "=" + value));
		if (selector.get("matchExpressions") instanceof List<?> expressions) {
			expressions.forEach((expression) -> parts.add(part(GatewayDraft.map(expression))));
		}
		return String.join(", ", parts);
	}

	private static String part(Map<String, Object> expression) {
		String key = String.valueOf(expression.get("key"));
		String values = (expression.get("values") instanceof List<?> list)
				? String.join(", ", list.stream().map(String::valueOf).toList()) : "";
		return switch (String.valueOf(expression.get("operator"))) {
			case "In" -> key + " in (" + values + ")";
			case "NotIn" -> key + " notin (" + values + ")";
			case "DoesNotExist" -> "!" + key;
			default -> key;
		};
	}

}
