package dev.sekisho.sandbox.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A label selector as query parameters carry it: {@code a=b, c!=d, e in (f,g), h notin
 * (i), j, !k}.
 */
final class LabelSelector {

	private static final Pattern SET = Pattern.compile("\\s*([^\\s,!=()]+)\\s+(in|notin)\\s+\\(([^)]*)\\)\\s*");

	private static final Pattern COMPARE = Pattern.compile("\\s*([^\\s,!=()]+)\\s*(==?|!=)\\s*([^\\s,!=()]*)\\s*");

	private static final Pattern EXIST = Pattern.compile("\\s*(!?)\\s*([^\\s,!=()]+)\\s*");

	private final List<Predicate<JsonNode>> terms = new ArrayList<>();

	private LabelSelector() {
	}

	static LabelSelector parse(String text) {
		LabelSelector selector = new LabelSelector();
		// a comma inside parentheses doesn't separate terms
		for (String term : text.split(",(?![^(]*\\))")) {
			if (!term.isBlank()) {
				selector.terms.add(term(term));
			}
		}
		return selector;
	}

	private static Predicate<JsonNode> term(String text) {
		Matcher set = SET.matcher(text);
		if (set.matches()) {
			List<String> values = Arrays.stream(set.group(3).split(",")).map(String::strip).toList();
			return oneOf(set.group(1), values, "in".equals(set.group(2)));
		}
		Matcher compare = COMPARE.matcher(text);
		if (compare.matches()) {
			return oneOf(compare.group(1), List.of(compare.group(3)), !"!=".equals(compare.group(2)));
		}
		Matcher exist = EXIST.matcher(text);
		if (exist.matches()) {
			return (labels) -> labels.has(exist.group(2)) == exist.group(1).isEmpty();
		}
		throw ApiFailure.badRequest("unable to parse requirement: " + text);
	}

	// Labels that are absent match the negative form.
	private static Predicate<JsonNode> oneOf(String label, List<String> values, boolean wanted) {
		return (labels) -> (labels.has(label) && values.contains(labels.path(label).asText())) == wanted;
	}

	boolean matches(JsonNode object) {
		JsonNode labels = object.path("metadata").path("labels");
		return this.terms.stream().allMatch((term) -> term.test(labels));
	}

}
