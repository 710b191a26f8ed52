package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.sekisho.routing.HttpRequest;

/**
 * A request to be tried, as a client outside would send it. The path is taken as it is,
 * since what is odd in it is what people want to try.
 *
 * @param method the method
 * @param scheme {@code http} or {@code https}; empty if only a path was given
 * @param host the Host header
 * @param clientPort the port the client connects to; 0 if only a path was given
 * @param target path and query
 * @param headers the other headers
 */
record TriedRequest(String method, String scheme, String host, int clientPort, String target,
		List<HttpRequest.Header> headers) {

	/** Stands for any host that no route names. */
	static final String ANY_HOST = "any.example";

	private static final int LONGEST_URL = 8_192;

	private static final int MOST_HEADERS = 100;

	private static final int LONGEST_HEADER = 8_192;

	TriedRequest {
		headers = List.copyOf(headers);
	}

	/**
	 * Reads a request.
	 * @param method the method; empty means GET
	 * @param url an absolute URL, or a path, which is asked for on a host that no route
	 * names
	 * @param headers the headers; a Host among them replaces the URL's
	 * @return the request
	 * @throws UnreadableRequest if it isn't one
	 */
	static TriedRequest of(String method, String url, List<HttpRequest.Header> headers) {
		String address = url.strip();
		check(address, headers);
		int scheme = address.indexOf("://");
		int end = (scheme < 0) ? 0 : end(address, scheme + 3);
		String target = address.substring(end);
		String protocol = (scheme < 0) ? "" : address.substring(0, scheme).toLowerCase(Locale.ROOT);
		String authority = (scheme < 0) ? ANY_HOST : authority(address.substring(scheme + 3, end));
		List<HttpRequest.Header> others = new ArrayList<>();
		String host = authority;
		for (HttpRequest.Header header : headers) {
			if (header.name().equalsIgnoreCase("host")) {
				host = header.value();
			}
			else {
				others.add(header);
			}
		}
		return new TriedRequest(method.isBlank() ? "GET" : method.strip(), protocol, host, port(protocol, authority),
				target.startsWith("/") ? target : "/" + target, others);
	}

	/**
	 * The request as it arrives at the gateway: a load balancer that ends TLS says in a
	 * header how the client came.
	 * @param port the port the gateway's pods listen on
	 * @return the request
	 */
	HttpRequest at(int port) {
		List<HttpRequest.Header> arriving = new ArrayList<>(this.headers);
		boolean said = arriving.stream().anyMatch((header) -> header.name().equalsIgnoreCase("x-forwarded-proto"));
		if (!said && !this.scheme.isEmpty()) {
			arriving.add(new HttpRequest.Header("x-forwarded-proto", this.scheme));
		}
		return new HttpRequest(port, this.method, this.host, this.target, arriving);
	}

	/**
	 * Whether the host was made up.
	 * @return {@code true} if only a path was given
	 */
	boolean anyHost() {
		return this.host.equals(ANY_HOST);
	}

	private static void check(String address, List<HttpRequest.Header> headers) {
		if (address.isEmpty()) {
			throw new UnreadableRequest("url", "missing");
		}
		if (address.length() > LONGEST_URL) {
			throw new UnreadableRequest("url", "too-long");
		}
		if (address.chars().anyMatch((character) -> character <= ' ' || character == 0x7f)) {
			throw new UnreadableRequest("url", "space");
		}
		if (!address.startsWith("/") && !address.matches("(?i)https?://[^/?#].*")) {
			throw new UnreadableRequest("url", "no-url");
		}
		if (headers.size() > MOST_HEADERS) {
			throw new UnreadableRequest("headers", "too-many");
		}
		for (HttpRequest.Header header : headers) {
			boolean broken = header.value().chars().anyMatch((character) -> character < ' ' && character != '\t');
			if (!header.name().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}") || broken
					|| header.value().length() > LONGEST_HEADER) {
				throw new UnreadableRequest("headers", "no-header");
			}
		}
	}

	/** What a browser doesn't send: the user information before the host. */
	private static String authority(String authority) {
		return authority.substring(authority.lastIndexOf('@') + 1);
	}

	private static int port(String scheme, String authority) {
		if (scheme.isEmpty()) {
			return 0;
		}
		int colon = authority.lastIndexOf(':');
		boolean named = colon >= 0 && authority.indexOf(']', colon) < 0;
		if (!named) {
			return scheme.equals("https") ? 443 : 80;
		}
		try {
			return Integer.parseInt(authority.substring(colon + 1));
		}
		catch (NumberFormatException ex) {
			throw new UnreadableRequest("url", "no-url");
		}
	}

	private static int end(String address, int from) {
		for (int index = from; index < address.length(); index++) {
			if ("/?#".indexOf(address.charAt(index)) >= 0) {
				return index;
			}
		}
		return address.length();
	}

}
