package dev.sekisho.chain.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sekisho.chain.Advice;
import dev.sekisho.chain.Cause;
import dev.sekisho.chain.Hop;
import dev.sekisho.chain.HopState;
import dev.sekisho.chain.PodDetail;
import dev.sekisho.web.VisibleText;

/**
 * What is wrong with a hop, and what to do.
 *
 * @param detected what was detected
 * @param causes what the cluster says about it, the pods' own reasons first
 * @param todo what to do, best first
 */
record ProblemView(String detected, List<Fact> causes, List<Step> todo) {

	private static final int FACTS = 6;

	static ProblemView of(Hop hop, ChainTexts texts, Locale locale) {
		String detected = texts.message("page.headline", locale, texts.message("kind." + hop.kind().code(), locale),
				HopView.name(hop), texts.text(hop.reason(), locale));
		List<Fact> pods = hop.pods()
			.stream()
			.filter((pod) -> pod.state() != HopState.HEALTHY)
			.map((pod) -> fact(pod, texts, locale))
			.toList();
		List<Fact> causes = hop.causes().stream().map((cause) -> fact(cause, texts, locale)).toList();
		List<Fact> found = Stream.concat(causes.stream(), pods.stream()).limit(FACTS).toList();
		return new ProblemView(detected, found.isEmpty() ? written(hop, texts, locale) : found,
				hop.advice().stream().map((advice) -> step(advice, texts, locale)).toList());
	}

	// Who removed what is missing stands in the audit log, which isn't read.
	private static List<Fact> written(Hop hop, ChainTexts texts, Locale locale) {
		return hop.reason().code().endsWith("missing") ? List.of() : List
			.of(new Fact(texts.message("wrong.written", locale, hop.object().kind(), hop.object().key()), "", ""));
	}

	private static Fact fact(PodDetail pod, ChainTexts texts, Locale locale) {
		return new Fact(pod.name() + ": " + texts.text(pod.reason(), locale), VisibleText.of(pod.message()),
				clock(pod.since(), texts));
	}

	private static Fact fact(Cause cause, ChainTexts texts, Locale locale) {
		return new Fact(texts.text(cause.text(), locale), VisibleText.of(cause.words()), clock(cause.since(), texts));
	}

	private static String clock(@Nullable Instant since, ChainTexts texts) {
		return (since != null) ? texts.clock(since) : "";
	}

	private static Step step(Advice advice, ChainTexts texts, Locale locale) {
		return new Step(texts.text(advice.text(), locale), advice.command());
	}

	/**
	 * Something the cluster says.
	 *
	 * @param text of what
	 * @param words word for word; may be empty
	 * @param since since when; empty if that isn't known
	 */
	record Fact(String text, String words, String since) {

	}

	/**
	 * Something to do.
	 *
	 * @param text what
	 * @param command a command to copy, if one helps
	 */
	record Step(String text, @Nullable String command) {

	}

}
