package dev.sekisho.web;

import java.time.Duration;
import java.util.Map;

/**
 * What is told when no more than an HTTP status is known.
 */
final class Statuses {

	private static final Map<Integer, String> CODES = Map.ofEntries(Map.entry(400, "bad-request"),
			Map.entry(401, "signed-out"), Map.entry(403, "forbidden"), Map.entry(404, "not-found"),
			Map.entry(405, "method"), Map.entry(406, "not-acceptable"), Map.entry(409, "conflict"),
			Map.entry(413, "too-large"), Map.entry(415, "media-type"), Map.entry(421, "misdirected"),
			Map.entry(422, "invalid"), Map.entry(429, "too-many"), Map.entry(503, "unavailable"));

	private static final Duration SOON = Duration.ofSeconds(5);

	private Statuses() {
	}

	static Failure failure(int status) {
		String code = CODES.getOrDefault(status, (status < 500) ? "bad-request" : "internal");
		Failure failure = Failure.of(status, "web.error." + code);
		return (status == 429 || status == 503) ? failure.passing(SOON) : failure;
	}

}
