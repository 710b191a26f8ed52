package dev.sekisho.access.web;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A half-filled form outlives the sign-in it was begun with.
 */
@RunningPortal
class KeptFormsTests {

	private static final Map<String, String> TYPED = new LinkedHashMap<>(
			Map.of("reason", "orders & \"more\"\r\n関所", "path", "/api/v1/orders"));

	private final Browser browser;

	KeptFormsTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
	}

	@Test
	void comesBackAfterSigningInAgain() {
		this.browser.signIn("alice");
		HttpResponse<String> page = this.browser.get("/reviews");
		this.browser.cookies().remove("sekisho-session");
		HttpResponse<String> login = this.browser.submit(page, "/nowhere/at/all", TYPED);
		assertThat(login.statusCode()).isEqualTo(401);
		assertThat(login.body()).contains("Your sign-in has ended.", "What you typed is kept");

		Map<String, String> fields = Browser.hidden(login);
		fields.put("token", "wrong");
		HttpResponse<String> refused = this.browser.submit(login, "/login", fields);
		assertThat(refused.statusCode()).isEqualTo(422);

		fields = Browser.hidden(refused);
		fields.put("user", "alice");
		HttpResponse<String> kept = this.browser.submit(refused, "/login", fields);
		assertThat(kept.statusCode()).isEqualTo(200);
		assertThat(kept.body()).contains("action=\"/nowhere/at/all\"");
		assertThat(Browser.hidden(kept)).isEqualTo(TYPED);
		assertThat(this.browser.submit(kept, "/nowhere/at/all", Browser.hidden(kept)).statusCode()).isEqualTo(404);
	}

	@Test
	void isOfferedAgainWhenOnlyItsTokenIsOld() {
		this.browser.signIn("alice");
		HttpResponse<String> page = this.browser.get("/reviews");
		this.browser.submit(page, "/logout", Map.of());
		this.browser.signIn("alice");
		HttpResponse<String> kept = this.browser.submit(page, "/nowhere/at/all", TYPED);
		assertThat(kept.statusCode()).isEqualTo(409);
		assertThat(Browser.hidden(kept)).isEqualTo(TYPED);
		assertThat(this.browser.submit(kept, "/nowhere/at/all", Browser.hidden(kept)).statusCode()).isEqualTo(404);
	}

	@Test
	void isNotOfferedToOtherSites() {
		this.browser.signIn("alice");
		this.browser.header("Sec-Fetch-Site", "cross-site");
		HttpResponse<String> refused = this.browser.post("/nowhere/at/all", TYPED);
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(Browser.hidden(refused)).isEmpty();
	}

	@Test
	void letsScriptsOfAPageSayThatTheSignInHasEnded() {
		this.browser.header("HX-Request", "true");
		HttpResponse<String> answer = this.browser.get("/reviews");
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
	}

}
