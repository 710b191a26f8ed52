package dev.sekisho.chain.web;

import java.time.Instant;
import java.util.Locale;

import dev.sekisho.chain.ProbeResult;
import dev.sekisho.web.VisibleText;

/**
 * What came of a probe.
 *
 * @param at when it was sent
 * @param method the method
 * @param host the Host
 * @param path path and query
 * @param pod the gateway pod it was sent to
 * @param state healthy, degraded, down or unknown
 * @param reason why, as a code
 * @param message the same in words
 * @param status the status of the answer; 0 if there was none
 * @param millis how long it took, in milliseconds
 */
record ProbeBody(Instant at, String method, String host, String path, String pod, String state, String reason,
		String message, int status, long millis) {

	static ProbeBody of(ProbeResult result, ChainTexts texts, Locale locale) {
		return new ProbeBody(result.at(), result.method(), result.host(), VisibleText.of(result.path()), result.pod(),
				result.state().code(), result.reason().code(), texts.text(result.reason(), locale), result.status(),
				result.millis());
	}

}
