package dev.sekisho.change.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import dev.sekisho.change.RouteForm;
import dev.sekisho.change.RouteForm.Destination;
import dev.sekisho.change.RouteForm.Match;
import dev.sekisho.change.RouteForm.NamedCondition;
import dev.sekisho.change.RouteForm.PathCondition;

/**
 * The rows of the form: what a page shows has at least one of each; what is evaluated has
 * no empty ones at the end, which nobody has begun to fill in.
 */
final class FormRows {

	private static final NamedCondition NO_CONDITION = new NamedCondition("", "", "");

	private static final Destination NO_DESTINATION = new Destination("", "", "", "");

	private FormRows() {
	}

	/**
	 * The form as a page shows it.
	 * @param form the form
	 * @return the form with at least one host, match and destination
	 */
	static RouteForm shown(RouteForm form) {
		return with(form, atLeast(form.hosts(), ""), atLeast(form.matches(), newMatch()),
				atLeast(form.destinations(), NO_DESTINATION));
	}

	/**
	 * The form as it is evaluated.
	 * @param form the form as it was typed
	 * @return the form without empty rows at the end
	 */
	static RouteForm filled(RouteForm form) {
		List<Match> matches = form.matches().stream().map(FormRows::filled).toList();
		boolean redirects = form.redirect() != null;
		return with(form, trimmed(form.hosts(), String::isBlank, 1),
				trimmed(matches, (match) -> match.equals(newMatch()), 1),
				trimmed(form.destinations(), FormRows::empty, redirects ? 0 : 1));
	}

	/**
	 * The form with a row more.
	 * @param form the form
	 * @param list the list's path, such as {@code hosts} or {@code matches[0].headers}
	 * @return the form; as it was if there is no such list
	 */
	static RouteForm added(RouteForm form, String list) {
		return switch (list) {
			case "hosts" -> with(form, plus(form.hosts(), ""), form.matches(), form.destinations());
			case "matches" -> with(form, form.hosts(), plus(form.matches(), newMatch()), form.destinations());
			case "destinations" -> with(form, form.hosts(), form.matches(), plus(form.destinations(), NO_DESTINATION));
			default -> conditions(form, list, (conditions) -> plus(conditions, NO_CONDITION));
		};
	}

	/**
	 * The form without a row.
	 * @param form the form
	 * @param row the row's path, such as {@code hosts[1]}
	 * @return the form; as it was if there is no such row
	 */
	static RouteForm removed(RouteForm form, String row) {
		int start = row.lastIndexOf('[');
		String number = (start > 0) ? row.substring(start + 1).replace("]", "") : "";
		if (!number.matches("[0-9]{1,4}")) {
			return form;
		}
		int at = Integer.parseInt(number);
		String list = row.substring(0, start);
		return switch (list) {
			case "hosts" -> with(form, minus(form.hosts(), at), form.matches(), form.destinations());
			case "matches" -> with(form, form.hosts(), minus(form.matches(), at), form.destinations());
			case "destinations" -> with(form, form.hosts(), form.matches(), minus(form.destinations(), at));
			default -> conditions(form, list, (conditions) -> minus(conditions, at));
		};
	}

	private static Match newMatch() {
		return new Match(new PathCondition("", "", false), List.of(), List.of(), List.of());
	}

	private static Match filled(Match match) {
		return new Match(match.path(), match.methods(), trimmed(match.headers(), FormRows::empty, 0),
				trimmed(match.queryParams(), FormRows::empty, 0));
	}

	private static boolean empty(NamedCondition condition) {
		return condition.name().isEmpty() && condition.value().isEmpty();
	}

	private static boolean empty(Destination destination) {
		return destination.equals(NO_DESTINATION);
	}

	private static RouteForm conditions(RouteForm form, String list, UnaryOperator<List<NamedCondition>> change) {
		List<Match> matches = new ArrayList<>();
		for (int i = 0; i < form.matches().size(); i++) {
			Match match = form.matches().get(i);
			boolean headers = list.equals("matches[" + i + "].headers");
			boolean query = list.equals("matches[" + i + "].queryParams");
			matches
				.add(new Match(match.path(), match.methods(), headers ? change.apply(match.headers()) : match.headers(),
						query ? change.apply(match.queryParams()) : match.queryParams()));
		}
		return with(form, form.hosts(), matches, form.destinations());
	}

	private static RouteForm with(RouteForm form, List<String> hosts, List<Match> matches,
			List<Destination> destinations) {
		return new RouteForm(form.namespace(), form.name(), hosts, matches, destinations, form.rewrite(),
				form.timeout(), form.retries(), form.redirect());
	}

	private static <T> List<T> atLeast(List<T> list, T row) {
		return list.isEmpty() ? List.of(row) : list;
	}

	private static <T> List<T> plus(List<T> list, T row) {
		List<T> more = new ArrayList<>(list);
		more.add(row);
		return more;
	}

	private static <T> List<T> minus(List<T> list, int at) {
		List<T> less = new ArrayList<>(list);
		if (at < less.size()) {
			less.remove(at);
		}
		return less;
	}

	private static <T> List<T> trimmed(List<T> list, Predicate<T> empty, int keep) {
		int size = list.size();
		while (size > keep && empty.test(list.get(size - 1))) {
			size--;
		}
		return list.subList(0, size);
	}

}
