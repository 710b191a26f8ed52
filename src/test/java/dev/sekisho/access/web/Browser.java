package dev.sekisho.access.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

/**
 * Talks to a portal as a browser does: keeps cookies, repeats what forms hold, sends what
 * browsers say about where a request comes from. Follows no redirects.
 */
class Browser {

	private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final Pattern HIDDEN = Pattern
		.compile("<input type=\"hidden\"\\s+name=\"([^\"]+)\"\\s+value=\"([^\"]*)\"");

	private final HttpClient client = HttpClient.newHttpClient();

	private final int port;

	private final String origin;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private final Map<String, String> headers = new LinkedHashMap<>(
			Map.of("Accept", "text/html,*/*;q=0.8", "Sec-Fetch-Site", "same-origin"));

	Browser(int port) {
		this.port = port;
		this.origin = "http://localhost:" + port;
	}

	int port() {
		return this.port;
	}

	/**
	 * Sends a header with every request from now on.
	 * @param name its name
	 * @param value its value; empty to send none
	 * @return this
	 */
	Browser header(String name, String value) {
		if (value.isEmpty()) {
			this.headers.remove(name);
		}
		else {
			this.headers.put(name, value);
		}
		return this;
	}

	Map<String, String> cookies() {
		return this.cookies;
	}

	HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	/**
	 * Asks for something that doesn't end.
	 * @param path where it is
	 * @return the status
	 */
	int status(String path) {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create(this.origin + path).toURL().openConnection();
			this.headers.forEach(connection::setRequestProperty);
			int status = connection.getResponseCode();
			connection.disconnect();
			return status;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	HttpResponse<String> send(String method, String path, String type, String body) {
		return send(
				request(path).header("Content-Type", type).method(method, HttpRequest.BodyPublishers.ofString(body)));
	}

	/**
	 * Sends a body whose length isn't announced.
	 * @param path where it goes
	 * @param type its media type
	 * @param body the body
	 * @return the answer
	 */
	HttpResponse<String> sendInPieces(String path, String type, String body) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return send(request(path).header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
	}

	/**
	 * Sends a form with the token of the page that holds it.
	 * @param page the page
	 * @param path where it goes
	 * @param fields its fields
	 * @return the answer
	 */
	HttpResponse<String> submit(HttpResponse<String> page, String path, Map<String, String> fields) {
		Map<String, String> all = new LinkedHashMap<>(fields);
		all.put("_csrf", formToken(page.body()));
		return post(path, all);
	}

	HttpResponse<String> post(String path, Map<String, String> fields) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
		return send("POST", path, "application/x-www-form-urlencoded", body);
	}

	HttpResponse<String> signIn(String user) {
		return submit(get("/login"), "/login", Map.of("user", user));
	}

	static String formToken(String page) {
		Matcher matcher = FORM_TOKEN.matcher(page);
		return matcher.find() ? matcher.group(1) : "";
	}

	/**
	 * The hidden fields of a page, without the token against forgery.
	 * @param page the page
	 * @return the fields
	 */
	static Map<String, String> hidden(HttpResponse<String> page) {
		Map<String, String> fields = new LinkedHashMap<>();
		Matcher matcher = HIDDEN.matcher(page.body());
		while (matcher.find()) {
			if (!matcher.group(1).equals("_csrf")) {
				fields.put(matcher.group(1), HtmlUtils.htmlUnescape(matcher.group(2)));
			}
		}
		return fields;
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.origin + path));
		this.headers.forEach(request::header);
		if (!this.cookies.isEmpty()) {
			request.header("Cookie",
					this.cookies.entrySet()
						.stream()
						.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
						.collect(Collectors.joining("; ")));
		}
		return request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			response.headers().allValues("Set-Cookie").forEach(this::keep);
			return response;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void keep(String cookie) {
		String pair = cookie.substring(0, cookie.indexOf(';'));
		String name = pair.substring(0, pair.indexOf('='));
		if (cookie.contains("Max-Age=0")) {
			this.cookies.remove(name);
		}
		else {
			this.cookies.put(name, pair.substring(pair.indexOf('=') + 1));
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
