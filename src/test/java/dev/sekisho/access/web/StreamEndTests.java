package dev.sekisho.access.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An open stream of events ends at once with the sign-in it was opened with.
 */
@RunningPortal
class StreamEndTests {

	private final Browser browser;

	StreamEndTests(@LocalServerPort int port) {
		this.browser = new Browser(port);
		this.browser.signIn("alice");
	}

	@Test
	void endsWithTheSignOut() {
		CompletableFuture<String> stream = stream(this.browser);
		CompletableFuture<String> another = stream(signedIn("alice"));
		this.browser.submit(this.browser.get("/reviews"), "/logout", Map.of());
		assertThat(stream).succeedsWithin(Duration.ofSeconds(5)).asString().contains("event:hello");
		assertThat(this.browser.get("/api/v1/events").statusCode()).isEqualTo(401);
		assertThat(another).isNotDone();
	}

	@Test
	void endsWithTheSignOutEverywhereInAnotherBrowser() {
		CompletableFuture<String> stream = stream(this.browser);
		CompletableFuture<String> somebodys = stream(signedIn("bob"));
		Browser phone = signedIn("alice");
		phone.submit(phone.get("/reviews"), LoginPages.EVERYWHERE, Map.of());
		assertThat(stream).succeedsWithin(Duration.ofSeconds(5));
		assertThat(this.browser.get("/reviews").statusCode()).isEqualTo(302);
		assertThat(somebodys).isNotDone();
	}

	@Test
	void endsWhenSomebodyElseSignsInInTheSameBrowser() {
		CompletableFuture<String> stream = stream(this.browser);
		this.browser.submit(this.browser.get("/reviews"), "/login", Map.of("user", "bob"));
		assertThat(stream).succeedsWithin(Duration.ofSeconds(5));
	}

	private Browser signedIn(String user) {
		Browser other = new Browser(this.browser.port());
		other.signIn(user);
		return other;
	}

	// Whole once the stream has ended.
	private static CompletableFuture<String> stream(Browser browser) {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + browser.port() + "/api/v1/events"))
			.header("Cookie", "sekisho-session=" + browser.cookies().get("sekisho-session"))
			.build();
		CompletableFuture<HttpResponse<Stream<String>>> opened = HttpClient.newHttpClient()
			.sendAsync(request, HttpResponse.BodyHandlers.ofLines());
		Awaitility.await().atMost(10, TimeUnit.SECONDS).until(opened::isDone);
		assertThat(opened.join().statusCode()).isEqualTo(200);
		return CompletableFuture.supplyAsync(() -> String.join("\n", opened.join().body().toList()));
	}

}
