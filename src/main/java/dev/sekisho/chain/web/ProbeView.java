package dev.sekisho.chain.web;

import java.util.Locale;

import dev.sekisho.chain.ProbeResult;

/**
 * What came of a probe, as the page shows it.
 *
 * @param state healthy, degraded, down or unknown
 * @param millis how long it took, in milliseconds
 * @param message what came of it
 * @param sent what was sent, where to and when
 */
record ProbeView(String state, long millis, String message, String sent) {

	static ProbeView of(ProbeResult result, ChainTexts texts, Locale locale) {
		return new ProbeView(result.state().code(), result.millis(), texts.text(result.reason(), locale), texts
			.message("probe.sent", locale, result.method(), result.host(), result.path(), result.pod(), result.at()));
	}

}
