package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.web.VisibleText;

/**
 * A line of a route's conditions, as pages show them: small labels and a text. Words are
 * those of the Istio field, in every language.
 *
 * @param method the method that stands before a path; may be empty
 * @param labels what is compared and how
 * @param text what it is compared with
 */
record MatchLine(String method, List<String> labels, String text) {

	static List<MatchLine> of(MatchView match) {
		List<MatchLine> lines = new ArrayList<>();
		MatchView.Condition method = match.method();
		if (method != null && method.type().equals("exact")) {
			lines.add(path(match.path(), method.value()));
		}
		else {
			lines.add(path(match.path(), ""));
			add(lines, "method", method);
		}
		add(lines, "scheme", match.scheme());
		add(lines, "authority", match.authority());
		match.headers().forEach((header) -> lines.add(named("header", header, ": ")));
		match.withoutHeaders().forEach((header) -> lines.add(named("without", header, ": ")));
		match.queryParams().forEach((param) -> lines.add(named("query", param, "=")));
		return lines;
	}

	private static MatchLine path(MatchView.Condition path, String method) {
		List<String> labels = path.ignoreCase() ? List.of(path.type(), "ignoreCase") : List.of(path.type());
		return new MatchLine(VisibleText.of(method), labels, VisibleText.of(path.value()));
	}

	private static void add(List<MatchLine> lines, String field, MatchView.@Nullable Condition condition) {
		if (condition != null) {
			lines.add(new MatchLine("", labels(field, condition), VisibleText.of(condition.value())));
		}
	}

	private static MatchLine named(String field, MatchView.Condition condition, String separator) {
		String value = condition.type().equals("present") ? "" : separator + condition.value();
		return new MatchLine("", labels(field, condition), VisibleText.of(condition.name() + value));
	}

	private static List<String> labels(String field, MatchView.Condition condition) {
		boolean plain = condition.type().equals("exact") || condition.type().equals("present");
		return plain ? List.of(field) : List.of(field, condition.type());
	}

}
