package dev.sekisho.route.web;

import java.util.List;
import java.util.Locale;

import dev.sekisho.routing.Answer;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.StringMatch;
import dev.sekisho.web.VisibleText;

/**
 * A step on the gateway's way to its answer.
 *
 * @param kind {@code lost}, {@code won} or {@code skipped}
 * @param position the route's position; empty for a step that stands for several
 * @param match the route's conditions
 * @param owner its VirtualService, or what stands for one the reader doesn't see
 * @param why why it lost or won
 * @param hit the start of the path that fits; empty if the path isn't what decided
 * @param miss the rest of the path
 */
record StepView(String kind, String position, List<MatchLine> match, String owner, String why, String hit,
		String miss) {

	static StepView skipped(int count, RouteTexts texts, Locale locale) {
		return new StepView("skipped", "", List.of(), "", texts.message("try.skipped", locale, count), "", "");
	}

	static StepView lost(Answer.Attempt attempt, String path, Reader reader, RouteTexts texts, Locale locale) {
		Route route = attempt.route();
		String position = String.valueOf(attempt.position() + 1);
		if (!reader.sees(route.virtualService().namespace())) {
			return new StepView("lost", position, List.of(), texts.message("hidden", locale),
					texts.message("try.lost.hidden", locale), "", "");
		}
		Answer.FailedCondition failed = attempt.failed();
		boolean literal = failed.dimension() == Answer.Dimension.PATH
				&& failed.condition().kind() != StringMatch.Kind.REGEX;
		int common = literal ? common(failed.condition().value(), path, route.match().ignoreCase()) : 0;
		return new StepView("lost", position, MatchLine.of(MatchView.of(route.match())), owner(route),
				why(failed, literal, texts, locale), literal ? VisibleText.of(path.substring(0, common)) : "",
				literal ? VisibleText.of(path.substring(common)) : "");
	}

	static StepView won(Answer answer, Route route, String path, Reader reader, RouteTexts texts, Locale locale) {
		String position = String.valueOf(answer.position() + 1);
		String why = texts.message("try.won", locale);
		if (!reader.sees(route.virtualService().namespace())) {
			return new StepView("won", position, List.of(), texts.message("hidden", locale), why, "", "");
		}
		StringMatch condition = route.match().path();
		int hit = (condition.kind() == StringMatch.Kind.REGEX) ? path.length()
				: Math.min(condition.value().length(), path.length());
		return new StepView("won", position, MatchLine.of(MatchView.of(route.match())), owner(route), why,
				VisibleText.of(path.substring(0, hit)), VisibleText.of(path.substring(hit)));
	}

	private static String owner(Route route) {
		ObjectName name = route.virtualService();
		return name.namespace() + "/" + name.name();
	}

	private static String why(Answer.FailedCondition failed, boolean literal, RouteTexts texts, Locale locale) {
		if (literal) {
			return texts.message("try.lost.path", locale);
		}
		String dimension = failed.dimension().name().toLowerCase(Locale.ROOT).replace('_', '-');
		if (failed.dimension() == Answer.Dimension.PATH) {
			return texts.message("try.lost.regex", locale);
		}
		String wanted = texts.message("try.kind." + failed.condition().kind().name().toLowerCase(Locale.ROOT), locale,
				failed.condition().value());
		String actual = (failed.actual() != null) ? texts.message("try.actual", locale, failed.actual())
				: texts.message("try.actual.none", locale);
		return texts.message("try.lost." + dimension, locale, failed.name(), wanted, actual);
	}

	private static int common(String wanted, String path, boolean ignoreCase) {
		int length = Math.min(wanted.length(), path.length());
		int at = 0;
		while (at < length && same(wanted.charAt(at), path.charAt(at), ignoreCase)) {
			at++;
		}
		return at;
	}

	private static boolean same(char one, char other, boolean ignoreCase) {
		return one == other || ignoreCase && Character.toLowerCase(one) == Character.toLowerCase(other);
	}

}
