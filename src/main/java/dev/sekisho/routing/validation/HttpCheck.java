package dev.sekisho.routing.validation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One entry of {@code spec.http} ({@code validateHTTPRoute}).
 */
final class HttpCheck {

	private static final int KILOBYTE = 1024;

	private static final int PERCENT = 100;

	private static final Set<String> RETRY_ON = Set.of("5xx", "gateway-error", "reset", "reset-before-request",
			"connect-failure", "retriable-4xx", "refused-stream", "retriable-status-codes", "retriable-headers",
			"envoy-ratelimited", "http3-post-connect-failure", "cancelled", "deadline-exceeded", "internal",
			"resource-exhausted", "unavailable");

	// The codes that Go's net/http has a text for.
	private static final Pattern STATUS = Pattern
		.compile("[+]?0*(?:10[0-3]|20[0-8]|226|30[0-57-8]|40[0-9]|41[0-8]" + "|42[1-689]|431|451|50[0-8]|51[01])");

	private final Defects defects;

	private final SharedChecks shared;

	private final boolean delegate;

	private final boolean gatewaySemantics;

	HttpCheck(Defects defects, boolean delegate, boolean gatewaySemantics) {
		this.defects = defects;
		this.shared = new SharedChecks(defects);
		this.delegate = delegate;
		this.gatewaySemantics = gatewaySemantics;
	}

	void check(Node entry) {
		new ActionConflicts(this.defects).check(entry, this.delegate);
		MatchCheck match = new MatchCheck(this.defects);
		entry.at("match").items().forEach(match::check);
		HeaderOperations headers = new HeaderOperations(this.defects);
		headers.check(entry.at("headers"));
		headers.authority(entry);
		FilterChecks filters = new FilterChecks(this.defects);
		filters.cors(entry.at("corsPolicy"));
		filters.fault(entry.at("fault"));
		mirrors(entry);
		new RedirectCheck(this.defects).check(entry.at("redirect"), entry.at("match"));
		directResponse(entry.at("directResponse"), filters);
		retries(entry.at("retries"));
		rewrite(entry.at("rewrite"));
		route(entry.at("route"), headers);
		this.shared.duration(entry.at("timeout"));
	}

	private void mirrors(Node entry) {
		Node percent = entry.atEither("mirrorPercent", "mirror_percent");
		if (percent.exists()) {
			this.defects.add(Law.MIRROR_PERCENT, percent);
			if (percent.integer() > PERCENT) {
				this.defects.add(Law.PERCENTAGE, percent, percent.integer());
			}
		}
		share(entry.at("mirrorPercentage").at("value"));
		this.shared.destination(entry.at("mirror"));
		for (Node mirror : entry.at("mirrors").items()) {
			this.shared.destination(mirror.at("destination"));
			share(mirror.at("percentage").at("value"));
		}
	}

	private void share(Node value) {
		if (value.decimal() < 0 || value.decimal() > PERCENT) {
			this.defects.add(Law.PERCENTAGE, value, value.decimal());
		}
	}

	private void directResponse(Node response, FilterChecks filters) {
		if (!response.exists()) {
			return;
		}
		filters.status(response.at("status"));
		Node body = response.at("body");
		int size = body.has("bytes") ? decoded(body.text("bytes"))
				: body.text("string").getBytes(StandardCharsets.UTF_8).length;
		if (size > KILOBYTE * KILOBYTE) {
			this.defects.add(Law.LARGE_BODY, body, size);
		}
		else if (size > 100 * KILOBYTE) {
			this.defects.add(Law.BIG_BODY, body, size);
		}
	}

	private static int decoded(String base64) {
		try {
			return Base64.getDecoder().decode(base64).length;
		}
		catch (IllegalArgumentException ex) {
			return 0;
		}
	}

	private void retries(Node retries) {
		if (!retries.exists()) {
			return;
		}
		Node attempts = retries.at("attempts");
		if (attempts.integer() < 0) {
			this.defects.add(Law.NEGATIVE_RETRIES, attempts, attempts.integer());
		}
		if (attempts.integer() == 0 && (retries.has("perTryTimeout") || !retries.text("retryOn").isEmpty()
				|| retries.has("retryRemoteLocalities"))) {
			this.defects.add(Law.RETRIES_OFF, retries);
		}
		this.shared.duration(retries.at("perTryTimeout"));
		this.shared.duration(retries.at("backoff"));
		if (!retries.text("retryOn").isEmpty()) {
			for (String policy : retries.text("retryOn").split(",", -1)) {
				if (!RETRY_ON.contains(policy) && !STATUS.matcher(policy).matches()) {
					this.defects.add(Law.RETRY_ON, retries.at("retryOn"), policy);
				}
			}
		}
	}

	private void rewrite(Node rewrite) {
		if (!rewrite.exists()) {
			return;
		}
		Node regex = rewrite.at("uriRegexRewrite");
		boolean uri = !rewrite.text("uri").isEmpty();
		if (uri && regex.exists()) {
			this.defects.add(Law.REWRITE_CONFLICT, rewrite);
		}
		else if (!uri && !regex.exists() && rewrite.text("authority").isEmpty()) {
			this.defects.add(Law.EMPTY_REWRITE, rewrite);
		}
		else if (regex.exists() && (regex.text("match").isEmpty() || regex.text("rewrite").isEmpty())) {
			this.defects.add(Law.REGEX_REWRITE, regex);
		}
		else if (regex.exists()) {
			this.shared.regex(regex.at("match"));
		}
	}

	private void route(Node route, HeaderOperations headers) {
		for (Node destination : route.items()) {
			headers.check(destination.at("headers"));
			if (!this.gatewaySemantics) {
				this.shared.destination(destination.at("destination"));
			}
		}
		this.shared.weights(route);
	}

}
