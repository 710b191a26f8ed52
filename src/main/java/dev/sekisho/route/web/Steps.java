package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.sekisho.routing.Answer;
import dev.sekisho.routing.Route;

/**
 * The gateway's way to an answer, in the order tried. Of many routes those are shown that
 * came closest: whose path fits the longest, or only failed on something else.
 */
final class Steps {

	private static final int MOST = 30;

	private final String path;

	private final Reader reader;

	private final RouteTexts texts;

	private final Locale locale;

	Steps(String target, Reader reader, RouteTexts texts, Locale locale) {
		int question = target.indexOf('?');
		this.path = (question < 0) ? target : target.substring(0, question);
		this.reader = reader;
		this.texts = texts;
		this.locale = locale;
	}

	List<StepView> of(Answer answer) {
		Set<Integer> shown = closest(answer.attempts());
		List<StepView> steps = new ArrayList<>();
		int skipped = 0;
		for (Answer.Attempt attempt : answer.attempts()) {
			if (shown.contains(attempt.position())) {
				skip(skipped, steps);
				skipped = 0;
				steps.add(StepView.lost(attempt, this.path, this.reader, this.texts, this.locale));
			}
			else {
				skipped++;
			}
		}
		skip(skipped, steps);
		Route route = answer.route();
		if (route != null) {
			steps.add(StepView.won(answer, route, this.path, this.reader, this.texts, this.locale));
		}
		return steps;
	}

	private void skip(int count, List<StepView> steps) {
		if (count > 0) {
			steps.add(StepView.skipped(count, this.texts, this.locale));
		}
	}

	private Set<Integer> closest(List<Answer.Attempt> attempts) {
		Set<Integer> positions = new HashSet<>();
		attempts.stream()
			.sorted(Comparator.comparingInt(this::closeness).reversed())
			.limit(MOST)
			.forEach((attempt) -> positions.add(attempt.position()));
		return positions;
	}

	private int closeness(Answer.Attempt attempt) {
		if (!this.reader.sees(attempt.route().virtualService().namespace())) {
			return 0;
		}
		if (attempt.failed().dimension() != Answer.Dimension.PATH) {
			return Integer.MAX_VALUE;
		}
		String wanted = attempt.failed().condition().value();
		int at = 0;
		while (at < Math.min(wanted.length(), this.path.length()) && wanted.charAt(at) == this.path.charAt(at)) {
			at++;
		}
		return at;
	}

}
