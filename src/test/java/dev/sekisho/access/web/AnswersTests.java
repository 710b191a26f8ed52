package dev.sekisho.access.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every answer has in common, whatever was asked and however it went.
 */
@RunningPortal
class AnswersTests {

	private static final Map<String, String> HEADERS = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
			"DENY", "Referrer-Policy", "same-origin", "Cross-Origin-Opener-Policy", "same-origin",
			"Cross-Origin-Resource-Policy", "same-origin");

	private final Browser browser;

	AnswersTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/login", "/reviews", "/no/such/page", "/livez", "/readyz", "/assets/none.css",
			"/error", "/api/v1/gateways", "/api/v1/nothing", "/openapi.json", "/docs", "/actuator/env", "/a;b/%2e%2e/c",
			"/a//b" })
	void carriesTheSecurityHeaders(String path) {
		List<HttpResponse<String>> answers = List.of(this.browser.get(path),
				this.browser.send("DELETE", path, "text/plain", ""),
				this.browser.header("Authorization", "Bearer sandbox-alice").get(path));
		assertThat(answers).allSatisfy((answer) -> {
			carriesTheSecurityHeaders(answer);
			assertThat(answer.body()).doesNotContain("Exception", "at dev.sekisho");
		});
	}

	static void carriesTheSecurityHeaders(HttpResponse<String> answer) {
		HEADERS.forEach((name, value) -> assertThat(answer.headers().allValues(name)).as(name).containsExactly(value));
		assertThat(answer.headers().allValues("Content-Security-Policy")).singleElement()
			.asString()
			.contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
			.doesNotContain("unsafe-eval", "*");
		assertThat(answer.headers().allValues("Set-Cookie"))
			.allSatisfy((cookie) -> assertThat(cookie).contains("Path=/", "HttpOnly", "SameSite="));
		if (!answer.body().isEmpty()) {
			assertThat(answer.headers().allValues("Content-Type")).singleElement().asString().isNotBlank();
		}
	}

	@Test
	void isNotStoredOutsideTheBrowsersMemory() {
		this.browser.signIn("alice");
		for (String path : List.of("/reviews", "/login", "/no/such/page", "/api/v1/changes")) {
			assertThat(this.browser.get(path).headers().firstValue("Cache-Control")).as(path)
				.hasValueSatisfying((value) -> assertThat(value).contains("no-store"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET,/api/v1/nothing,,404,not-found", "DELETE,/api/v1/gateways,,405,method",
			"POST,/api/v1/simulations,text/plain,415,media-type",
			"POST,/api/v1/simulations,application/json,400,bad-request",
			"GET,/api/v1/gateways/sample-gateway/routes?page=x,,400,bad-request",
			"GET,/api/v1/chains/nowhere/nothing,,404,not-found" })
	void saysToScriptsWhatIsWrong(String method, String path, String type, int status, String code) {
		HttpResponse<String> answer = this.browser.header("Authorization", "Bearer sandbox-alice")
			.send(method, path, (type != null) ? type : "application/json", "{\"gateway\": ");
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.body()).contains("\"title\":\"" + code + "\"", "\"status\":" + status, "\"errors\":[");
	}

	@Test
	void namesTheFieldThatIsWrong() {
		this.browser.header("Authorization", "Bearer sandbox-alice");
		assertThat(this.browser.get("/api/v1/gateways/sample-gateway/routes?page=x").body())
			.contains("{\"path\":\"page\",\"code\":\"wrong-type\",\"message\":\"“x” isn’t a value this field takes.\"");
		assertThat(this.browser.send("POST", "/api/v1/simulations", "application/json", "{\n \"nonsense\": 1}").body())
			.contains("\"path\":\"nonsense\",\"code\":\"not-understood\"");
		assertThat(this.browser.send("POST", "/api/v1/simulations", "application/json", "{\n \"a\" 1}").body())
			.contains("\"code\":\"malformed\"", "line 2");
	}

	@Test
	void showsWhatWasSentWithItsHiddenCharactersAndItsKind() {
		this.browser.header("Authorization", "Bearer sandbox-alice");
		assertThat(
				this.browser.send("POST", "/api/v1/previews", "application/yaml", "kind: Service\nmetadata: {name: a}")
					.body())
			.contains("\"path\":\"kind\",\"code\":\"wrong-kind\"");
		String hidden = "kind: VirtualService\nmetadata: {namespace: service-a, name: \"a\u202eb\"}";
		assertThat(this.browser.send("POST", "/api/v1/previews", "application/yaml", hidden).body())
			.contains("\"code\":\"name-invalid\"")
			.doesNotContain("\u202e");
		assertThat(this.browser.send("POST", "/api/v1/previews", "application/json", "{").body())
			.contains("\"code\":\"syntax\"")
			.doesNotContain("StreamReadFeature");
	}

	@Test
	void saysToPeopleWhatHappenedWhyAndWhatToDo() {
		this.browser.signIn("alice");
		HttpResponse<String> page = this.browser.get("/no/such/page");
		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.body()).contains("<dt>What happened</dt>", "or you may not see it", "<dt>Why</dt>",
				"<dt>What to do</dt>", "Check the address");
	}

	@Test
	void showsWhereItIsOnlyToWhoIsSignedIn() {
		assertThat(this.browser.get("/login").body()).doesNotContain("istio-ingress", "sk-ctx");
		this.browser.signIn("alice");
		assertThat(this.browser.get("/reviews").body()).contains("istio-ingress/sample-gateway");
	}

	@Test
	void speaksTheLanguageOfTheCaller() {
		this.browser.header("Accept-Language", "ja");
		assertThat(this.browser.get("/api/v1/changes").body()).contains("サインイン");
		this.browser.signIn("alice");
		assertThat(this.browser.get("/no/such/page").body()).contains("ページが見つかりません");
	}

	@Test
	void refusesBodiesAboveTheLimitWhetherAnnouncedOrNot() {
		String large = "{\"gateway\": \"" + "x".repeat(1_100_000) + "\"}";
		this.browser.header("Authorization", "Bearer sandbox-alice");
		assertThat(this.browser.send("POST", "/api/v1/simulations", "application/json", large).statusCode())
			.isEqualTo(413);
		assertThat(this.browser.sendInPieces("/api/v1/simulations", "application/json", large).statusCode())
			.isEqualTo(413);
		assertThat(this.browser.sendInPieces("/api/v1/previews", "application/yaml", large).statusCode())
			.isEqualTo(413);
		this.browser.header("Authorization", "");
		String largeForm = "user=" + "x".repeat(4_300_000);
		assertThat(this.browser.sendInPieces("/login", "application/x-www-form-urlencoded", largeForm).statusCode())
			.isEqualTo(413);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/actuator/env", "/actuator/heapdump", "/health" })
	void tellsNothingOfItsInsides(String path) {
		assertThat(this.browser.get(path).statusCode()).isEqualTo(302);
		this.browser.signIn("carol");
		assertThat(this.browser.get(path).statusCode()).isEqualTo(404);
	}

	@Test
	void saysWhetherItLivesAndIsReady() {
		assertThat(this.browser.get("/livez").body()).isEqualTo("ok\n");
		assertThat(this.browser.get("/readyz").body()).isEqualTo("ok\n");
		assertThat(this.browser.cookies()).isEmpty();
	}

	@Test
	void describesTheApiToWhoIsSignedIn() {
		assertThat(this.browser.get("/openapi.json").statusCode()).isEqualTo(401);
		assertThat(this.browser.get("/docs").statusCode()).isEqualTo(302);
		this.browser.signIn("alice");
		assertThat(this.browser.get("/openapi.json").body()).contains("/api/v1/changes").doesNotContain("Credential");
		assertThat(this.browser.get("/docs").statusCode()).isEqualTo(302);
	}

}
