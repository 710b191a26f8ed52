package dev.sekisho.change.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import dev.sekisho.change.ChangeStatus.Applied;
import dev.sekisho.change.ChangeView;
import dev.sekisho.change.Condition;
import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.web.PlainText;

/**
 * Something that happened to a change.
 *
 * @param tone {@code ok}, {@code warn}, {@code bad}, {@code plan} or empty
 * @param icon the icon's name
 * @param text what happened; bold is marked
 * @param detail what somebody or the API server said about it; empty for nothing
 * @param time when
 */
record ChangeEvent(String tone, String icon, String text, String detail, Instant time) {

	static List<ChangeEvent> of(ChangeView view, ChangeTexts texts, Locale locale) {
		RouteChange change = view.change();
		List<ChangeEvent> events = new ArrayList<>();
		events.add(new ChangeEvent("", "arrow-in", texts.text("event.sent", locale, change.author().username()), "",
				change.created()));
		RouteReview review = view.review();
		if (review != null) {
			events.add(decided(review, texts, locale));
		}
		change.status().conditions().forEach((condition) -> add(events, condition, change, texts, locale));
		Applied applied = change.status().applied();
		if (applied != null) {
			events.add(new ChangeEvent("ok", "healthy",
					texts.text("event.applied", locale, change.virtualService().toString()), "", applied.time()));
		}
		events.sort(Comparator.comparing(ChangeEvent::time).reversed());
		return events;
	}

	private static ChangeEvent decided(RouteReview review, ChangeTexts texts, Locale locale) {
		String verdict = review.verdict().text();
		String tone = (review.verdict() == RouteReview.Verdict.APPROVED) ? "ok" : "";
		return new ChangeEvent(tone, tone.isEmpty() ? "cross" : "healthy",
				texts.text("event." + verdict, locale, review.spec().reviewer().username()),
				PlainText.lines(review.spec().reason()), review.created());
	}

	private static void add(List<ChangeEvent> events, Condition condition, RouteChange change, ChangeTexts texts,
			Locale locale) {
		boolean written = condition.type().equals(Condition.APPLIED) && condition.holds();
		if (written || condition.type().equals(Condition.REVIEWED) && condition.holds()) {
			return;
		}
		boolean ended = change.phase() == Phase.STALE || change.phase() == Phase.FAILED;
		boolean good = condition.holds() != condition.type().equals(Condition.DRIFTED);
		String tone = good ? "ok" : ((ended && !condition.type().equals(Condition.ACCEPTED)) ? "bad" : "warn");
		String said = condition.reason().equals("Refused") ? PlainText.line(condition.message()) : "";
		events.add(new ChangeEvent(tone, good ? "healthy" : (tone.equals("bad") ? "down" : "degraded"),
				texts.condition(condition, locale), said, condition.lastTransitionTime()));
	}

}
