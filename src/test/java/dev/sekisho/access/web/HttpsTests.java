package dev.sekisho.access.web;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Behind a load balancer that ends TLS and says so.
 */
@RunningPortal
class HttpsTests {

	private final Browser browser;

	HttpsTests(@LocalServerPort int port) {
		this.browser = new Browser(port).header("X-Forwarded-Proto", "https");
	}

	@Test
	void keepsItsCookiesToItselfOverHttps() {
		HttpResponse<String> page = this.browser.get("/login");
		HttpResponse<String> signedIn = this.browser.submit(page, "/login", Map.of("user", "alice"));
		assertThat(page.headers().allValues("Set-Cookie")).singleElement()
			.asString()
			.matches("__Host-sekisho-csrf=[^;]+; Path=/; Secure; HttpOnly; SameSite=Lax");
		assertThat(signedIn.headers().allValues("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie)
				.matches("__Host-sekisho-session=[A-Za-z0-9_-]{64}; Path=/; Secure; HttpOnly; SameSite=Lax"))
			.allSatisfy((cookie) -> assertThat(cookie).startsWith("__Host-").doesNotContain("Domain"));
		assertThat(signedIn.headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).startsWith("https://"));
	}

	@Test
	void asksBrowsersToStayWithHttps() {
		assertThat(this.browser.get("/login").headers().firstValue("Strict-Transport-Security"))
			.hasValueSatisfying((value) -> assertThat(value).contains("max-age=31536000"));
	}

	@Test
	void takesNoCookieThatASiblingDomainCouldHavePlanted() {
		this.browser.signIn("alice");
		String secret = this.browser.cookies().get("__Host-sekisho-session");
		assertThat(this.browser.get("/reviews").statusCode()).isEqualTo(200);
		this.browser.cookies().clear();
		this.browser.cookies().put("sekisho-session", secret);
		assertThat(this.browser.get("/reviews").statusCode()).isEqualTo(302);
	}

	@Test
	void takesFormsOfItsOwnOrigin() {
		this.browser.signIn("alice");
		HttpResponse<String> page = this.browser.get("/reviews");
		this.browser.header("Sec-Fetch-Site", "").header("Origin", "http://localhost:" + this.browser.port());
		assertThat(this.browser.submit(page, "/logout", Map.of()).statusCode()).isEqualTo(403);
		this.browser.header("Origin", "https://localhost");
		assertThat(this.browser.submit(page, "/logout", Map.of()).statusCode()).isEqualTo(302);
	}

}
