package dev.sekisho.change.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.sekisho.change.RouteForm;
import dev.sekisho.change.RouteForm.Destination;
import dev.sekisho.change.parts.ChangeTexts;

/**
 * What the folded parts of the form hold, in a few words each.
 *
 * @param matches how many matches there are beside the first
 * @param conditions the conditions on headers and query
 * @param rewrite the rewrite
 * @param split the weights
 * @param time timeout and retries
 * @param redirect the redirect
 * @param set how many of them aren't off
 */
record AdvancedSummary(String matches, String conditions, String rewrite, String split, String time, String redirect,
		int set) {

	static AdvancedSummary of(RouteForm form, ChangeTexts texts, Locale locale) {
		String off = texts.text("advanced.off", locale);
		List<String> all = List.of(matches(form, texts, locale), conditions(form, texts, locale), rewrite(form),
				split(form), time(form, texts, locale), redirect(form));
		List<String> shown = all.stream().map((text) -> text.isEmpty() ? off : text).toList();
		int set = (int) all.stream().filter((text) -> !text.isEmpty()).count();
		return new AdvancedSummary(shown.get(0), shown.get(1), shown.get(2), shown.get(3), shown.get(4), shown.get(5),
				set);
	}

	private static String matches(RouteForm form, ChangeTexts texts, Locale locale) {
		int more = form.matches().size() - 1;
		return (more > 0) ? texts.text("advanced.matches", locale, more) : "";
	}

	private static String conditions(RouteForm form, ChangeTexts texts, Locale locale) {
		long count = form.matches()
			.stream()
			.flatMap((match) -> Stream.concat(match.headers().stream(), match.queryParams().stream()))
			.filter((condition) -> !condition.name().isEmpty())
			.count();
		return (count > 0) ? texts.text("advanced.conditions", locale, count) : "";
	}

	private static String rewrite(RouteForm form) {
		RouteForm.Rewrite rewrite = form.rewrite();
		return (rewrite != null) ? rewrite.uri() : "";
	}

	private static String split(RouteForm form) {
		return (form.destinations().size() < 2) ? ""
				: form.destinations()
					.stream()
					.filter((destination) -> !destination.service().isEmpty())
					.map(AdvancedSummary::share)
					.collect(Collectors.joining(" / "));
	}

	private static String share(Destination destination) {
		return (destination.weight().isEmpty() ? "?" : destination.weight()) + " % " + destination.service();
	}

	private static String time(RouteForm form, ChangeTexts texts, Locale locale) {
		RouteForm.Retries retries = form.retries();
		Stream<String> tries = (retries != null && !retries.attempts().isEmpty())
				? Stream.of(texts.text("advanced.retries", locale, retries.attempts())) : Stream.of();
		return Stream.concat(Stream.of(form.timeout()), tries)
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.joining(" · "));
	}

	private static String redirect(RouteForm form) {
		RouteForm.Redirect redirect = form.redirect();
		if (redirect == null) {
			return "";
		}
		return Stream.of(redirect.code(), redirect.scheme(), redirect.authority(), redirect.uri())
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.joining(" "));
	}

}
