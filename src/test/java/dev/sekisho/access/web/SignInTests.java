package dev.sekisho.access.web;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@RunningPortal
@ExtendWith(OutputCaptureExtension.class)
class SignInTests {

	private final Browser browser;

	SignInTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
	}

	@Test
	void offersThePeopleOfTheSandboxAndSaysThatItIsOne() {
		HttpResponse<String> page = this.browser.get("/login");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Sandbox: an embedded cluster", "value=\"alice\"", "value=\"dan\"");
	}

	@Test
	void leadsToThePageThatWasAskedFor() {
		HttpResponse<String> refused = this.browser.get("/changes?phase=Pending&author=a%26b");
		assertThat(refused.statusCode()).isEqualTo(302);
		String login = location(refused);
		assertThat(login).startsWith("/login?next=");
		HttpResponse<String> page = this.browser.get(login);
		HttpResponse<String> signedIn = this.browser.submit(page, "/login",
				Map.of("user", "alice", "next", Browser.hidden(page).get("next")));
		assertThat(signedIn.statusCode()).isEqualTo(302);
		assertThat(location(signedIn)).isEqualTo("/changes?phase=Pending&author=a%26b");
		assertThat(this.browser.get("/reviews").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/", "//evil.example", "/\\evil.example", "/%09/evil.example",
			"javascript:alert(1)", "/login?next=/login" })
	void leadsNowhereElse(String next) {
		HttpResponse<String> signedIn = this.browser.submit(this.browser.get("/login"), "/login",
				Map.of("user", "alice", "next", next));
		assertThat(signedIn.statusCode()).isEqualTo(302);
		assertThat(location(signedIn)).isIn("/", "/%09/evil.example");
	}

	@Test
	void takesAPastedToken() {
		HttpResponse<String> signedIn = this.browser.submit(this.browser.get("/login"), "/login",
				Map.of("token", " sandbox-bob\n"));
		assertThat(signedIn.statusCode()).isEqualTo(302);
		assertThat(this.browser.get("/reviews").body()).contains("bob");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "sandbox-alice-", "SANDBOX-ALICE" })
	void refusesATokenThatTheClusterDoesNotTake(String token) {
		HttpResponse<String> refused = this.browser.submit(this.browser.get("/login"), "/login",
				Map.of("token", token));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("doesn’t take this token");
		assertThat(this.browser.cookies()).doesNotContainKey("sekisho-session");
	}

	@Test
	void keepsNothingInTheBrowserButASecretThatScriptsCannotRead() {
		HttpResponse<String> signedIn = this.browser.signIn("alice");
		assertThat(signedIn.headers().allValues("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie)
				.matches("sekisho-session=[A-Za-z0-9_-]{64}; Path=/; HttpOnly; SameSite=Lax"))
			.noneSatisfy((cookie) -> assertThat(cookie).contains("sandbox-alice"));
		assertThat(this.browser.get("/reviews").body()).doesNotContain("sandbox-alice");
	}

	@Test
	void givesEachSignInANewSecret() {
		this.browser.cookies().put("sekisho-session", "prepared-by-somebody-else");
		this.browser.signIn("alice");
		String first = this.browser.cookies().get("sekisho-session");
		assertThat(first).isNotEqualTo("prepared-by-somebody-else");
		Browser other = new Browser(port());
		other.cookies().put("sekisho-session", first);
		assertThat(other.get("/reviews").statusCode()).isEqualTo(200);
		HttpResponse<String> page = other.get("/reviews");
		assertThat(other.submit(page, "/login", Map.of("user", "bob")).statusCode()).isEqualTo(302);
		assertThat(this.browser.get("/reviews").statusCode()).isEqualTo(302);
	}

	@Test
	void signsOutByFormOnly() {
		this.browser.signIn("alice");
		HttpResponse<String> page = this.browser.get("/reviews");
		assertThat(this.browser.get("/logout").statusCode()).isEqualTo(404);
		assertThat(this.browser.get("/reviews").statusCode()).isEqualTo(200);
		String secret = this.browser.cookies().get("sekisho-session");
		assertThat(location(this.browser.submit(page, "/logout", Map.of()))).isEqualTo("/login?left");
		assertThat(this.browser.get("/reviews").statusCode()).isEqualTo(302);
		this.browser.cookies().put("sekisho-session", secret);
		assertThat(location(this.browser.get("/reviews"))).contains("ended");
	}

	@Test
	void writesNoTokenAndNoSecretToTheLog(CapturedOutput output) {
		this.browser.signIn("alice");
		String secret = this.browser.cookies().get("sekisho-session");
		this.browser.get("/reviews");
		this.browser.submit(this.browser.get("/login"), "/login", Map.of("token", "a-wrong-token"));
		this.browser.header("Authorization", "Bearer sandbox-carol").get("/api/v1/changes");
		this.browser.header("Authorization", "Bearer another-wrong-token").get("/api/v1/changes");
		assertThat(output.getAll()).doesNotContain("sandbox-alice", "sandbox-carol", "wrong-token", secret);
	}

	private int port() {
		return this.browser.port();
	}

	static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElse("").replaceFirst("^http://localhost:\\d+", "");
	}

}
