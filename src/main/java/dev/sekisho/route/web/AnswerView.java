package dev.sekisho.route.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An answer as the page shows it.
 *
 * @param tone {@code ok}, {@code warn}, {@code bad} or empty
 * @param headline where the request goes, or the status it gets
 * @param sentence what that means, in plain words
 * @param match the winner's conditions; empty without a winner
 * @param namespace the namespace of the winner's VirtualService; empty without one, or if
 * the reader doesn't see it
 * @param name its name
 * @param position where the winner stands, in words; empty without one
 * @param facts further facts, each a label and a text
 * @param host why this virtual host answers; {@code null} if none does
 * @param hostText the virtual host's domain and how many routes it has
 * @param steps the routes tried, in order
 */
record AnswerView(String tone, String headline, String sentence, List<MatchLine> match, String namespace, String name,
		String position, List<Fact> facts, @Nullable String host, String hostText, List<StepView> steps) {

	/**
	 * A fact.
	 *
	 * @param label what it is about
	 * @param text the fact, with names in backticks
	 */
	record Fact(String label, String text) {

	}

}
