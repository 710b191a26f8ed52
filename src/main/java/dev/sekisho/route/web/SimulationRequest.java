package dev.sekisho.route.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.routing.HttpRequest;

/**
 * A request to be simulated.
 *
 * @param gateway the shared gateway
 * @param method the method; absent means GET
 * @param url the URL a client would use; a path alone is asked for without a Host that
 * any virtual host knows
 * @param headers further headers: a value, or a list of values
 * @param port the port the gateway's pods listen on; absent means the first
 */
record SimulationRequest(@Nullable String gateway, @Nullable String method, @Nullable String url,
		@Nullable Map<String, Object> headers, @Nullable Integer port) {

	private static final int LONGEST_URL = 8_192;

	private static final int MOST_HEADERS = 100;

	String gatewayName() {
		return (this.gateway != null) ? this.gateway : "";
	}

	HttpRequest toRequest(List<Integer> ports) {
		String address = (this.url != null) ? this.url.strip() : "";
		if (address.isEmpty() || address.length() > LONGEST_URL) {
			throw invalid("url is missing or longer than " + LONGEST_URL + " characters");
		}
		List<HttpRequest.Header> lines = headerLines();
		String host = lines.stream()
			.filter((line) -> line.name().equalsIgnoreCase("host"))
			.map(HttpRequest.Header::value)
			.findFirst()
			.orElseGet(() -> authority(address));
		List<HttpRequest.Header> others = lines.stream()
			.filter((line) -> !line.name().equalsIgnoreCase("host"))
			.toList();
		String verb = (this.method != null && !this.method.isBlank()) ? this.method.strip() : "GET";
		return new HttpRequest(listening(ports), verb, host, target(address), others);
	}

	private int listening(List<Integer> ports) {
		if (this.port != null) {
			return this.port;
		}
		return ports.isEmpty() ? 80 : ports.get(0);
	}

	private List<HttpRequest.Header> headerLines() {
		List<HttpRequest.Header> lines = new ArrayList<>();
		if (this.headers != null) {
			this.headers.forEach((name, value) -> {
				List<?> values = (value instanceof List<?> list) ? list : List.of(String.valueOf(value));
				values.forEach((one) -> lines.add(new HttpRequest.Header(name, String.valueOf(one))));
			});
		}
		if (lines.size() > MOST_HEADERS) {
			throw invalid("there are more than " + MOST_HEADERS + " headers");
		}
		return lines;
	}

	private static String authority(String address) {
		int scheme = address.indexOf("://");
		if (scheme < 0) {
			return "";
		}
		try {
			String authority = new URI(address.substring(0, end(address, scheme + 3))).getRawAuthority();
			return (authority != null) ? authority.substring(authority.indexOf('@') + 1) : "";
		}
		catch (URISyntaxException ex) {
			throw invalid("url isn't one");
		}
	}

	private static String target(String address) {
		int scheme = address.indexOf("://");
		String target = (scheme < 0) ? address : address.substring(end(address, scheme + 3));
		return target.startsWith("/") ? target : "/" + target;
	}

	/**
	 * Where the authority ends; the path is taken as it is, since what is odd in it is
	 * what people want to try.
	 */
	private static int end(String address, int from) {
		for (int i = from; i < address.length(); i++) {
			if ("/?#".indexOf(address.charAt(i)) >= 0) {
				return i;
			}
		}
		return address.length();
	}

	private static ResponseStatusException invalid(String message) {
		return new ResponseStatusException(HttpStatus.BAD_REQUEST, message);
	}

}
