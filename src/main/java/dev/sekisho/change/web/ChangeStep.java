package dev.sekisho.change.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.ChangeStatus.Applied;
import dev.sekisho.change.ChangeView;
import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.web.Times;

/**
 * A step of a change's life, as the line above its page shows it.
 *
 * @param title the step
 * @param detail when, or what it waits for; {@code null} for nothing
 * @param state {@code done}, {@code now}, {@code todo}, {@code failed} or {@code unknown}
 */
record ChangeStep(String title, @Nullable String detail, String state) {

	static List<ChangeStep> of(ChangeView view, String why, boolean held, ChangeTexts texts, Times times,
			Locale locale) {
		RouteChange change = view.change();
		Phase phase = change.phase();
		RouteReview review = view.review();
		boolean approved = review != null && review.verdict() == RouteReview.Verdict.APPROVED;
		List<ChangeStep> steps = new ArrayList<>();
		steps.add(new ChangeStep(texts.text("step.sent", locale), times.clock(change.created()), "done"));
		if (phase == Phase.PENDING) {
			steps.add(new ChangeStep(texts.text("phase.Pending", locale), texts.text("step.pending.waits", locale),
					"now"));
		}
		if (approved && review != null) {
			steps.add(new ChangeStep(texts.text("phase.Approved", locale), times.clock(review.created()), "done"));
		}
		else if (phase == Phase.PENDING) {
			steps.add(new ChangeStep(texts.text("phase.Approved", locale), texts.text("step.approved.by", locale),
					"todo"));
		}
		steps.add(end(change, why, texts, times, locale));
		if (phase == Phase.APPLIED || !phase.closed()) {
			steps.add(new ChangeStep(texts.text(held ? "step.live.frozen" : "step.live", locale), null,
					held ? "failed" : "unknown"));
			steps.add(new ChangeStep(texts.text("step.answering", locale), null, "unknown"));
		}
		return steps;
	}

	private static ChangeStep end(RouteChange change, String why, ChangeTexts texts, Times times, Locale locale) {
		Phase phase = change.phase();
		Applied applied = change.status().applied();
		if (phase == Phase.APPLIED && applied != null) {
			return new ChangeStep(texts.text("phase.Applied", locale), times.clock(applied.time()), "done");
		}
		if (phase == Phase.APPROVED) {
			return new ChangeStep(texts.text("phase.Applied", locale), why, "now");
		}
		if (phase == Phase.PENDING || phase == Phase.APPLIED) {
			return new ChangeStep(texts.text("phase.Applied", locale), texts.text("step.applied.how", locale), "todo");
		}
		boolean bad = phase == Phase.FAILED || phase == Phase.STALE;
		return new ChangeStep(texts.text("phase." + phase.text(), locale), times.clock(ChangeRows.last(change)),
				bad ? "failed" : "done");
	}

}
