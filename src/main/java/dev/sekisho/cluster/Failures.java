package dev.sekisho.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ClusterException.Cause;
import dev.sekisho.cluster.ClusterException.Reason;

/**
 * Tells from an answer that isn't a success what went wrong. The words are those of
 * k8s.io/apiserver (admission/plugin/webhook/errors, plugin/policy/validating) and etcd.
 */
final class Failures {

	private static final Pattern DENIED = Pattern.compile(
			"^admission webhook \".*\" denied the request|(^|: )ValidatingAdmissionPolicy '.*' denied request",
			Pattern.DOTALL);

	private static final Pattern WEBHOOK_FAILED = Pattern.compile("failed calling webhook|failed to call webhook");

	private static final String QUOTA = "exceeded quota";

	private static final String NAMESPACE_TERMINATING = "NamespaceTerminating";

	private static final int LONGEST_TEXT = 500;

	private Failures() {
	}

	static ClusterException of(ApiResponse response) {
		JsonNode status = status(response.body());
		return of(response.code(), status, text(response, status), retryAfter(response, status));
	}

	/**
	 * Reads the Status object of an ERROR event.
	 * @param status the Status object
	 * @return the failure
	 */
	static ClusterException of(JsonNode status) {
		return of(status.path("code").asInt(), status, status.path("message").asText(), null);
	}

	private static ClusterException of(int code, JsonNode status, String message, @Nullable Duration retryAfter) {
		Reason reason = DENIED.matcher(message).find() ? Reason.DENIED : reason(code, status, message);
		return new ClusterException(reason, message, causes(status), retryAfter, null);
	}

	private static Reason reason(int code, JsonNode status, String message) {
		return switch (code) {
			case 401 -> Reason.UNAUTHENTICATED;
			case 403 -> forbidden(status, message);
			case 404 -> Reason.NOT_FOUND;
			case 409 ->
				"AlreadyExists".equals(status.path("reason").asText()) ? Reason.ALREADY_EXISTS : Reason.CONFLICT;
			case 410 -> Reason.GONE;
			case 413 -> Reason.TOO_LARGE;
			case 429 -> Reason.TOO_MANY_REQUESTS;
			default -> (code >= 400 && code < 500) ? Reason.INVALID : serverError(message);
		};
	}

	// Admission plugins answer 403 as RBAC does.
	private static Reason forbidden(JsonNode status, String message) {
		boolean plugin = message.contains(QUOTA);
		for (JsonNode cause : status.path("details").path("causes")) {
			plugin |= NAMESPACE_TERMINATING.equals(cause.path("reason").asText());
		}
		return plugin ? Reason.DENIED : Reason.FORBIDDEN;
	}

	private static Reason serverError(String message) {
		if (WEBHOOK_FAILED.matcher(message).find()) {
			return Reason.WEBHOOK_UNAVAILABLE;
		}
		return message.contains("request is too large") ? Reason.TOO_LARGE : Reason.UNAVAILABLE;
	}

	private static List<Cause> causes(JsonNode status) {
		List<Cause> causes = new ArrayList<>();
		for (JsonNode cause : status.path("details").path("causes")) {
			causes.add(new Cause(cause.path("field").asText(), cause.path("message").asText()));
		}
		return causes;
	}

	private static JsonNode status(byte[] body) {
		try {
			JsonNode tree = RawJson.MAPPER.readTree(body);
			return (tree != null && "Status".equals(tree.path("kind").asText())) ? tree : MissingNode.getInstance();
		}
		catch (IOException ex) {
			// not the API server's own answer: something before it
			return MissingNode.getInstance();
		}
	}

	private static String text(ApiResponse response, JsonNode status) {
		String message = status.path("message").asText();
		if (!message.isEmpty()) {
			return message;
		}
		String body = new String(response.body(), StandardCharsets.UTF_8).strip();
		return "HTTP " + response.code()
				+ (body.isEmpty() ? "" : ": " + body.substring(0, Math.min(body.length(), LONGEST_TEXT)));
	}

	private static @Nullable Duration retryAfter(ApiResponse response, JsonNode status) {
		String header = response.retryAfter();
		if (header != null && header.matches("\\d{1,6}")) {
			return Duration.ofSeconds(Long.parseLong(header));
		}
		long seconds = status.path("details").path("retryAfterSeconds").asLong();
		return (seconds > 0) ? Duration.ofSeconds(seconds) : null;
	}

}
