package dev.sekisho.change.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.RouteForm;
import dev.sekisho.change.RouteForm.Destination;
import dev.sekisho.change.RouteForm.Match;
import dev.sekisho.change.RouteForm.NamedCondition;
import dev.sekisho.change.RouteForm.PathCondition;
import dev.sekisho.change.RouteForm.Redirect;
import dev.sekisho.change.RouteForm.Retries;
import dev.sekisho.change.RouteForm.Rewrite;

/**
 * Reads the form as a browser posts it: {@code hosts[0]},
 * {@code matches[0].path.value}... Takes whatever comes; {@link RouteForm#problems()}
 * says what is wrong with it.
 */
final class FormParameters {

	/** The value of a path's type that stands for any path. */
	static final String ANY = "any";

	// One more than the rules permit, so that they can say so.
	private static final int MOST = 201;

	private final Map<String, String[]> values;

	FormParameters(Map<String, String[]> values) {
		this.values = values;
	}

	RouteForm route() {
		Rewrite rewrite = new Rewrite(text("rewrite.uri"));
		Retries retries = new Retries(text("retries.attempts"), text("retries.perTryTimeout"));
		Redirect redirect = new Redirect(text("redirect.uri"), text("redirect.authority"), text("redirect.scheme"),
				text("redirect.code"));
		boolean retried = !retries.attempts().isEmpty() || !retries.perTryTimeout().isEmpty();
		boolean redirected = !(redirect.uri() + redirect.authority() + redirect.scheme() + redirect.code()).isEmpty();
		return new RouteForm(text("namespace"), text("name"), rows("hosts", this::text), rows("matches", this::match),
				rows("destinations", this::destination), rewrite.uri().isEmpty() ? null : rewrite, text("timeout"),
				retried ? retries : null, redirected ? redirect : null);
	}

	String text(String name) {
		String[] value = this.values.get(name);
		return (value != null && value.length > 0) ? value[0] : "";
	}

	private Match match(String path) {
		String type = text(path + ".path.type");
		boolean ignoreCase = !text(path + ".path.ignoreCase").isEmpty();
		@Nullable PathCondition condition = type.equals(ANY) ? null
				: new PathCondition(type, text(path + ".path.value"), ignoreCase);
		return new Match(condition, methods(path), rows(path + ".headers", this::condition),
				rows(path + ".queryParams", this::condition));
	}

	private List<String> methods(String path) {
		String[] ticked = this.values.getOrDefault(path + ".methods", new String[0]);
		return List.of(ticked).stream().map(String::strip).filter((method) -> !method.isEmpty()).distinct().toList();
	}

	private NamedCondition condition(String path) {
		return new NamedCondition(text(path + ".name"), text(path + ".type"), text(path + ".value"));
	}

	private Destination destination(String path) {
		return new Destination(text(path + ".service"), text(path + ".port"), text(path + ".subset"),
				text(path + ".weight"));
	}

	private <T> List<T> rows(String name, Function<String, T> row) {
		TreeSet<Integer> numbers = new TreeSet<>();
		for (String key : this.values.keySet()) {
			int end = key.indexOf(']', name.length());
			if (key.startsWith(name + "[") && end > 0) {
				String number = key.substring(name.length() + 1, end);
				if (number.matches("[0-9]{1,4}")) {
					numbers.add(Integer.valueOf(number));
				}
			}
		}
		List<T> rows = new ArrayList<>();
		numbers.stream().limit(MOST).forEach((number) -> rows.add(row.apply(name + "[" + number + "]")));
		return rows;
	}

}
