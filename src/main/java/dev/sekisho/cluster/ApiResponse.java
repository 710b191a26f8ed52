package dev.sekisho.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.fabric8.kubernetes.client.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the API server answered.
 *
 * @param code the HTTP status
 * @param body the body
 * @param warnings its warnings
 * @param retryAfter when it wants to be called again, as written; {@code null} if it
 * doesn't say
 */
record ApiResponse(int code, byte[] body, List<String> warnings, @Nullable String retryAfter) {

	private static final Pattern WARNING = Pattern.compile("\\b299 \\S+ \"((?:[^\"\\\\]|\\\\.)*)\"");

	static ApiResponse of(HttpResponse<?> response, byte @Nullable [] body) {
		List<String> warnings = new ArrayList<>();
		for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
			if (header.getKey().equalsIgnoreCase("Warning")) {
				header.getValue().forEach((value) -> read(value, warnings));
			}
		}
		return new ApiResponse(response.code(), (body != null) ? body : new byte[0], warnings,
				response.header("Retry-After"));
	}

	private static void read(String header, List<String> warnings) {
		Matcher matcher = WARNING.matcher(header);
		while (matcher.find()) {
			warnings.add(matcher.group(1).replaceAll("\\\\(.)", "$1"));
		}
	}

	boolean successful() {
		return this.code >= 200 && this.code < 300;
	}

}
