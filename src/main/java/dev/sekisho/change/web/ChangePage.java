package dev.sekisho.change.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.parts.DiffPart;
import dev.sekisho.change.parts.PreviewPart;

/**
 * The page of one change.
 *
 * @param change the change
 * @param row its line in the list
 * @param summary what it does to which VirtualService, and who sent it
 * @param reason why, in the author's words
 * @param steps the steps of its life
 * @param events what happened to it, the latest first
 * @param preview what it would do now; {@code null} once closed or while that isn't known
 * @param diff what it does to the VirtualService; {@code null} if that isn't known
 * @param found the titles of what the checks found last
 * @param review the decision, if there is one
 * @param acknowledged what the reviewer acknowledged
 * @param drift how the live VirtualService differs; {@code null} if it doesn't
 * @param next what happens next, in a sentence
 * @param successor the change that followed this one; empty for none
 * @param history the other changes of the same VirtualService
 * @param actions what the reader can do
 * @param obstacle why it isn't taken further at present; empty if nothing is in its way
 * @param complete whether the API server was asked
 */
record ChangePage(RouteChange change, ChangeRow row, String summary, String reason, List<ChangeStep> steps,
		List<ChangeEvent> events, @Nullable PreviewPart preview, @Nullable DiffPart diff, List<String> found,
		@Nullable RouteReview review, List<String> acknowledged, @Nullable DriftPart drift, String next,
		String successor, List<ChangeRow> history, Actions actions, String obstacle, boolean complete) {

	/**
	 * What the reader can do with a change.
	 *
	 * @param withdraw whether it can be taken back
	 * @param follow whether a change that follows it can be started
	 * @param review whether it can be decided
	 * @param off why nothing can be written; empty if it can
	 */
	record Actions(boolean withdraw, boolean follow, boolean review, String off) {

	}

}
