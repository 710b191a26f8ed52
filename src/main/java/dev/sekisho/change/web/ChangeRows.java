package dev.sekisho.change.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sekisho.change.Action;
import dev.sekisho.change.ChangeStatus;
import dev.sekisho.change.ChangeStatus.Found;
import dev.sekisho.change.Changes;
import dev.sekisho.change.Condition;
import dev.sekisho.change.Obstacles;
import dev.sekisho.change.Obstacles.Obstacle;
import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.change.web.ChangeRow.Note;
import dev.sekisho.web.PlainText;
import dev.sekisho.web.Times;

/**
 * Says in a line where a change stands.
 */
@Component
class ChangeRows {

	private static final int LONGEST_MESSAGE = 160;

	private final Changes changes;

	private final Obstacles obstacles;

	private final Times times;

	private final ChangeTexts texts;

	private final MessageSource messages;

	ChangeRows(Changes changes, Obstacles obstacles, Times times, ChangeTexts texts, MessageSource messages) {
		this.changes = changes;
		this.obstacles = obstacles;
		this.times = times;
		this.texts = texts;
		this.messages = messages;
	}

	ChangeRow of(RouteChange change, Locale locale) {
		String reviewer = this.changes.seenReview(change)
			.filter((review) -> review.verdict() != RouteReview.Verdict.WITHDRAWN)
			.map((review) -> review.spec().reviewer().username())
			.orElse("");
		return new ChangeRow(change.key().namespace(), change.key().name(), title(change, locale),
				this.texts.text("action." + change.action().text(), locale), change.phase().text(),
				detail(change, locale), impact(change, locale), PlainText.line(change.author().username()),
				PlainText.line(reviewer), last(change));
	}

	/**
	 * What a change does, in a few words.
	 * @param change the change
	 * @param locale the language
	 * @return such as "Register /api/v1/orders"
	 */
	String title(RouteChange change, Locale locale) {
		boolean named = change.action() == Action.DELETE || change.path().isEmpty();
		return this.texts.text("title." + change.action().text(), locale,
				named ? change.virtualService().toString() : change.path());
	}

	/**
	 * When a change moved last.
	 * @param change the change
	 * @return the time of its last step
	 */
	static Instant last(RouteChange change) {
		return change.status()
			.conditions()
			.stream()
			.filter((condition) -> !condition.type().equals(Condition.ACCEPTED))
			.map(Condition::lastTransitionTime)
			.filter(change.created()::isBefore)
			.max(Instant::compareTo)
			.orElse(change.created());
	}

	/**
	 * The derived fact or the reason that belongs to a phase.
	 * @param change the change
	 * @param locale the language
	 * @return a few words; empty if the phase says it all
	 */
	String detail(RouteChange change, Locale locale) {
		return obstacle("detail.obstacle", change, locale).orElseGet(() -> standing(change, locale));
	}

	/**
	 * Why an open change isn't taken further at present.
	 * @param change the change
	 * @param locale the language
	 * @return a sentence or two; empty if nothing is in its way
	 */
	String obstacle(RouteChange change, Locale locale) {
		return obstacle("obstacle", change, locale).orElse("");
	}

	private Optional<String> obstacle(String key, RouteChange change, Locale locale) {
		Optional<Obstacle> obstacle = change.phase().closed() ? Optional.empty() : this.obstacles.of(change.key());
		return obstacle.map((one) -> {
			String message = PlainText.line(one.message());
			return this.texts.text(key, locale, message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)),
					this.times.clock(one.since()));
		});
	}

	private String standing(RouteChange change, Locale locale) {
		ChangeStatus status = change.status();
		return switch (change.phase()) {
			case PENDING -> said(status.condition(Condition.ACCEPTED).filter((accepted) -> !accepted.holds()), locale);
			case APPROVED -> status.condition(Condition.APPLIED)
				.map((applied) -> this.texts.condition(applied, locale))
				.orElseGet(() -> this.texts.text("detail.applying", locale));
			case APPLIED -> applied(change, locale);
			case FAILED -> said(status.condition(Condition.APPLIED), locale);
			case STALE -> followed(change, stale(status), locale);
			case REJECTED, WITHDRAWN -> followed(change, Optional.empty(), locale);
		};
	}

	private static Optional<Condition> stale(ChangeStatus status) {
		return Optional.of(Condition.APPLIED)
			.flatMap(status::condition)
			.or(() -> status.condition(Condition.REVIEWED))
			.or(() -> status.condition(Condition.ACCEPTED));
	}

	private String applied(RouteChange change, Locale locale) {
		Optional<Condition> drifted = change.status().condition(Condition.DRIFTED).filter(Condition::holds);
		return drifted.isPresent() ? said(drifted, locale) : "";
	}

	private String followed(RouteChange change, Optional<Condition> condition, Locale locale) {
		return this.changes.successor(change)
			.map((next) -> this.texts.text("detail.followed", locale, next.key().name()))
			.orElseGet(() -> said(condition, locale));
	}

	private String said(Optional<Condition> condition, Locale locale) {
		return condition.map((one) -> this.texts.condition(one, locale)).orElse("");
	}

	private Note impact(RouteChange change, Locale locale) {
		ChangeStatus.Counts counts = change.status().impact();
		if (counts == null) {
			boolean waits = !change.phase().closed() && change.phase() == Phase.PENDING;
			return new Note("", "unknown", this.texts.text(waits ? "impact.not-yet" : "impact.not-computed", locale));
		}
		Optional<Found> worst = change.status()
			.findings()
			.stream()
			.filter((found) -> found.acknowledge() || found.severity().equals("Blocking"))
			.findFirst();
		if (worst.isPresent()) {
			return finding(worst.get(), locale);
		}
		return (counts.moved() == 0) ? new Note("", "equal", this.texts.text("impact.none", locale))
				: new Note("ok", "arrow-in", this.texts.text("impact.moves", locale, counts.moved()));
	}

	private Note finding(Found found, Locale locale) {
		String code = PlainText.line(found.code());
		String title = this.messages.getMessage("check." + found.code() + ".title", null, code, locale);
		boolean blocking = found.severity().equals("Blocking");
		return new Note(blocking ? "bad" : "warn", blocking ? "down" : "degraded", String.valueOf(title));
	}

}
