package dev.sekisho.access.web;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What other sites can make a browser do, and what requests may claim about themselves.
 */
@RunningPortal
class ForgeryTests {

	private final Browser browser;

	ForgeryTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
	}

	@BeforeEach
	void signIn() {
		this.browser.signIn("alice");
	}

	@Test
	void refusesAFormWithoutItsToken() {
		this.browser.header("Sec-Fetch-Site", "");
		assertThat(this.browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);
		assertThat(this.browser.post("/logout", Map.of("_csrf", "guessed")).statusCode()).isEqualTo(403);
		assertThat(this.browser.get("/reviews").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site" })
	void refusesAFormFromAnotherSiteEvenWithItsToken(String site) {
		HttpResponse<String> page = this.browser.get("/reviews");
		this.browser.header("Sec-Fetch-Site", site);
		assertThat(this.browser.submit(page, "/logout", Map.of()).statusCode()).isEqualTo(403);
		assertThat(this.browser.get("/reviews").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "https://evil.example", "http://localhost", "http://tenant.localhost:8080" })
	void refusesAFormFromAnotherOriginEvenWithItsToken(String origin) {
		HttpResponse<String> page = this.browser.get("/reviews");
		this.browser.header("Sec-Fetch-Site", "").header("Origin", origin);
		assertThat(this.browser.submit(page, "/logout", Map.of()).statusCode()).isEqualTo(403);
	}

	@Test
	void takesAFormOfItsOwnFromBrowsersThatSayLess() {
		HttpResponse<String> page = this.browser.get("/reviews");
		this.browser.header("Sec-Fetch-Site", "").header("Origin", "http://localhost:" + this.browser.port());
		assertThat(this.browser.submit(page, "/logout", Map.of()).statusCode()).isEqualTo(302);
	}

	@Test
	void refusesToBeSignedInByAnotherSite() {
		Browser victim = new Browser(this.browser.port()).header("Sec-Fetch-Site", "");
		assertThat(victim.post("/login", Map.of("user", "bob")).statusCode()).isEqualTo(403);
		assertThat(victim.cookies()).doesNotContainKey("sekisho-session");
	}

	@Test
	void takesNoWritesOfTheRestApiFromASignIn() {
		HttpResponse<String> answer = this.browser.send("POST", "/api/v1/previews", "application/json", "{}");
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
	}

	@Test
	void letsAPageReadTheRestApiButNoOtherSite() {
		assertThat(this.browser.get("/api/v1/gateways").statusCode()).isEqualTo(200);
		this.browser.header("Sec-Fetch-Site", "cross-site");
		assertThat(this.browser.get("/api/v1/gateways").statusCode()).isEqualTo(401);
	}

	@Test
	void doesNotLetATokenStandBesideASignIn() {
		this.browser.header("Authorization", "Bearer nonsense");
		assertThat(this.browser.get("/api/v1/gateways").statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "X-Forwarded-User,carol", "X-Forwarded-Groups,sandbox:sre", "X-Forwarded-Email,carol",
			"x-amzn-oidc-identity,carol", "X-Amzn-Oidc-Data,eyJhbGciOiJub25lIn0.e30.", "Impersonate-User,carol",
			"Impersonate-Group,system:masters", "X-Remote-User,carol", "X-Remote-Group,system:masters" })
	void believesNoHeaderThatNamesSomebody(String header, String value) {
		Browser nobody = new Browser(this.browser.port()).header(header, value);
		assertThat(nobody.get("/reviews").statusCode()).isEqualTo(302);
		assertThat(nobody.get("/api/v1/gateways").statusCode()).isEqualTo(401);
		Browser alice = this.browser.header(header, value);
		assertThat(alice.get("/reviews").body()).contains("<span>alice</span>").doesNotContain("carol");
		alice.header("Authorization", "Bearer sandbox-alice");
		assertThat(alice.get("/api/v1/namespaces").body()).contains("orders", "service-a").doesNotContain("payments");
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example",
			"10.0.0.1", "[::2]" })
	void answersUnderNoOtherName(String host) {
		this.browser.header("Host", host).header("X-Forwarded-Host", "localhost");
		assertThat(this.browser.get("/login").statusCode()).isEqualTo(421);
		assertThat(this.browser.get("/api/v1/gateways").statusCode()).isEqualTo(421);
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LOCALHOST:80", "127.0.0.1", "[::1]:8080" })
	void answersUnderTheNamesOfThisMachine(String host) {
		assertThat(this.browser.header("Host", host).get("/login").statusCode()).isIn(200, 302);
	}

}
