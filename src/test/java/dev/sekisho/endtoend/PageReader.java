package dev.sekisho.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody with a browser that has no script: signs in by token, reads pages, sends
 * forms, and notes how long each took.
 */
final class PageReader {

	private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final HttpClient http;

	private final URI portal;

	PageReader(URI portal) {
		this(portal, HttpClient.newBuilder().cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL)).build());
	}

	private PageReader(URI portal, HttpClient http) {
		this.portal = portal;
		this.http = http;
	}

	/**
	 * The same browser, whose requests another replica answers: cookies know no ports.
	 * @param replica where that one is
	 * @return the browser
	 */
	PageReader at(URI replica) {
		return new PageReader(replica, this.http);
	}

	Answer signIn(String token) {
		return submit("/login", "/login", Map.of("token", token));
	}

	Answer get(String path) {
		return send(request(path).GET());
	}

	/**
	 * Opens what doesn't end by itself.
	 * @param path where it is
	 * @return what was read of it, once the server has ended it
	 */
	CompletableFuture<String> stream(String path) {
		HttpRequest request = HttpRequest.newBuilder(this.portal.resolve(path)).build();
		try {
			HttpResponse<Stream<String>> opened = this.http.send(request, HttpResponse.BodyHandlers.ofLines());
			return CompletableFuture.supplyAsync(() -> opened.body().collect(Collectors.joining("\n")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Sends a form.
	 * @param page the page that holds it
	 * @param path where it goes
	 * @param fields its fields
	 * @return the answer
	 */
	Answer submit(String page, String path, Map<String, String> fields) {
		return post(get(page), path, fields);
	}

	/**
	 * Sends a form of a page that was read before.
	 * @param page the page that holds it
	 * @param path where it goes
	 * @param fields its fields
	 * @return the answer
	 */
	Answer post(Answer page, String path, Map<String, String> fields) {
		Matcher matcher = FORM_TOKEN.matcher(page.body());
		Map<String, String> all = new LinkedHashMap<>(fields);
		all.put("_csrf", matcher.find() ? matcher.group(1) : "");
		String body = all.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.portal.resolve(path))
			.header("Accept", "text/html,*/*;q=0.8")
			.header("Accept-Language", "en")
			.header("Sec-Fetch-Site", "same-origin")
			.header("Origin", this.portal.toString())
			.timeout(Duration.ofSeconds(30));
	}

	private Answer send(HttpRequest.Builder request) {
		long begin = System.nanoTime();
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body(), Duration.ofNanos(System.nanoTime() - begin),
					response.headers().firstValue("Location").orElse(""));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What came back.
	 *
	 * @param status the HTTP status
	 * @param body the page
	 * @param took how long it took
	 * @param location where it sends to; empty if nowhere
	 */
	record Answer(int status, String body, Duration took, String location) {

	}

}
