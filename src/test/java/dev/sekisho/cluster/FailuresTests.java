package dev.sekisho.cluster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.sekisho.cluster.ClusterException.Cause;
import dev.sekisho.cluster.ClusterException.Reason;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers of API servers, as recorded, and what they mean.
 */
class FailuresTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					401 | Unauthorized  | Unauthorized | UNAUTHENTICATED
					403 | Forbidden     | virtualservices.networking.istio.io is forbidden: User "bob" cannot list resource "virtualservices" in API group "networking.istio.io" at the cluster scope | FORBIDDEN
					403 | Forbidden     | routechanges.sekisho.dev "x" is forbidden: ValidatingAdmissionPolicy 'sekisho-change-author' with binding 'sekisho-change-author' denied request: spec.author.username must be your own user name, bob | DENIED
					422 | Invalid       | ValidatingAdmissionPolicy 'demo' with binding 'demo' denied request: failed expression: object.spec.replicas <= 5 | DENIED
					403 | Forbidden     | admission webhook "policy.example.com" denied the request: not on fridays | DENIED
					400 | BadRequest    | admission webhook "validation.istio.io" denied the request: configuration is invalid: no virtual host | DENIED
					403 | Forbidden     | pods "x" is forbidden: exceeded quota: pods, requested: pods=1, used: pods=1, limited: pods=1 | DENIED
					404 | NotFound      | virtualservices.networking.istio.io "x" not found | NOT_FOUND
					404 | NotFound      | the server could not find the requested resource | NOT_FOUND
					409 | AlreadyExists | routereviews.sekisho.dev "6f1c" already exists | ALREADY_EXISTS
					409 | Conflict      | Operation cannot be fulfilled on leases.coordination.k8s.io "x": the object has been modified; please apply your changes to the latest version and try again | CONFLICT
					410 | Expired       | too old resource version: 1 (1000) | GONE
					410 | Gone          | too old resource version: 1 (1000) | GONE
					413 | RequestEntityTooLarge | Request entity too large: limit is 3145728 | TOO_LARGE
					500 |               | etcdserver: request is too large | TOO_LARGE
					415 | UnsupportedMediaType | the body of the request was in an unknown format | INVALID
					422 | Invalid       | RouteChange.sekisho.dev "x" is invalid: spec.action: Unsupported value: "Upsert" | INVALID
					400 | BadRequest    | strict decoding error: unknown field "spec.note" | INVALID
					429 | TooManyRequests | too many requests, please try again later | TOO_MANY_REQUESTS
					500 | InternalError | Internal error occurred: failed calling webhook "validation.istio.io": failed to call webhook: Post "https://istiod.istio-system.svc:443/validate?timeout=10s": context deadline exceeded | WEBHOOK_UNAVAILABLE
					500 | InternalError | Internal error occurred: boom | UNAVAILABLE
					500 |               | etcdserver: mvcc: database space exceeded | UNAVAILABLE
					503 | ServiceUnavailable | the server is currently unable to handle the request | UNAVAILABLE
					504 | Timeout       | Timeout: request did not complete within the allotted timeout | UNAVAILABLE
					""")
	void tellWhatAnAnswerMeans(int code, @Nullable String reason, String message, Reason expected) {
		String status = """
				{"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": %d, "reason": "%s", "message": "%s"}
				""".formatted(code, (reason != null) ? reason : "", message.replace("\"", "\\\""));
		ClusterException failure = Failures.of(answer(code, status, null));
		assertThat(failure.reason()).isEqualTo(expected);
		assertThat(failure).hasMessage(message);
	}

	@Test
	void takesAnEndingNamespaceForADenial() {
		ClusterException failure = Failures.of(answer(403,
				"""
						{"kind": "Status", "reason": "Forbidden", "code": 403,
						 "message": "configmaps \\"x\\" is forbidden: unable to create new content in namespace x because it is being terminated",
						 "details": {"causes": [{"reason": "NamespaceTerminating", "message": "namespace x is being terminated",
						                         "field": "metadata.namespace"}]}}
						""",
				null));
		assertThat(failure.reason()).isEqualTo(Reason.DENIED);
		assertThat(failure.causes())
			.containsExactly(new Cause("metadata.namespace", "namespace x is being terminated"));
	}

	@Test
	void isNotFooledByWhatPeopleAreCalled() {
		ClusterException failure = Failures.of(answer(403,
				"""
						{"kind": "Status", "reason": "Forbidden", "code": 403,
						 "message": "pods is forbidden: User \\"admission webhook denied the request\\" cannot list resource \\"pods\\""}
						""",
				null));
		assertThat(failure.reason()).isEqualTo(Reason.FORBIDDEN);
	}

	@Test
	void honoursWhenToCallAgain() {
		assertThat(Failures.of(answer(429, "", "7")).retryAfter()).isEqualTo(Duration.ofSeconds(7));
		assertThat(Failures.of(answer(429, """
				{"kind": "Status", "code": 429, "details": {"retryAfterSeconds": 3}}""", null)).retryAfter())
			.isEqualTo(Duration.ofSeconds(3));
		assertThat(Failures.of(answer(503, "", "soon")).retryAfter()).isNull();
	}

	@Test
	void understandsAnAnswerThatIsNotTheApiServersOwn() {
		ClusterException failure = Failures.of(answer(502, "<html>Bad Gateway</html>", null));
		assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
		assertThat(failure).hasMessage("HTTP 502: <html>Bad Gateway</html>");
		assertThat(Failures.of(answer(403, "", null)).reason()).isEqualTo(Reason.FORBIDDEN);
	}

	private static ApiResponse answer(int code, String body, @Nullable String retryAfter) {
		return new ApiResponse(code, body.getBytes(StandardCharsets.UTF_8), List.of(), retryAfter);
	}

}
