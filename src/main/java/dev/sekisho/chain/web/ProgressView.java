package dev.sekisho.chain.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sekisho.chain.Progress;
import dev.sekisho.cluster.ObjectKey;

/**
 * The progress of a change as the page shows it.
 *
 * @param change the change
 * @param steps the steps
 */
record ProgressView(ObjectKey change, List<Step> steps) {

	static ProgressView of(Progress progress, ChainTexts texts, Locale locale) {
		return new ProgressView(progress.change(),
				progress.steps().stream().map((step) -> Step.of(step, texts, locale)).toList());
	}

	/**
	 * A step.
	 *
	 * @param title what it is
	 * @param detail when, or why not; {@code null} for nothing
	 * @param state done, todo, failed or unknown
	 */
	record Step(String title, @Nullable String detail, String state) {

		private static Step of(Progress.Step step, ChainTexts texts, Locale locale) {
			Instant at = step.at();
			String detail = (at != null) ? texts.clock(at) : switch (step.state()) {
				case DONE -> null;
				case WAITING -> texts.message("progress.waiting", locale);
				case FAILED -> texts.message("progress.failed", locale);
				case NOT_MEASURED -> texts.message("progress.not-measured", locale);
			};
			return new Step(texts.message("progress." + step.code(), locale), detail, switch (step.state()) {
				case DONE -> "done";
				case WAITING -> "todo";
				case FAILED -> "failed";
				case NOT_MEASURED -> "unknown";
			});
		}

	}

}
