package dev.sekisho.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.table.RouteTable;

/**
 * A request that is asked about.
 *
 * @param method the method
 * @param https whether it's meant to come by HTTPS
 * @param host the Host header
 * @param target path and query
 * @param headers the other headers
 */
record Asked(String method, boolean https, String host, String target, List<HttpRequest.Header> headers) {

	private static final Pattern FORM = Pattern.compile("(?:([A-Za-z-]+)\\s+)?(https?)://([^/?#\\s]+)([/?#]\\S*)?");

	static Asked of(String text, List<String> headers) {
		Matcher matcher = FORM.matcher(text.strip());
		if (!matcher.matches()) {
			throw new InputException("--request '" + Words.visible(text) + "': write it as 'GET https://host/path'");
		}
		String method = (matcher.group(1) != null) ? matcher.group(1) : "GET";
		String target = (matcher.group(4) != null) ? matcher.group(4) : "/";
		List<HttpRequest.Header> lines = new ArrayList<>();
		for (String header : headers) {
			int colon = header.indexOf(':');
			if (colon <= 0) {
				throw new InputException("-H '" + Words.visible(header) + "': write it as 'name: value'");
			}
			lines.add(new HttpRequest.Header(header.substring(0, colon).strip(), header.substring(colon + 1).strip()));
		}
		return new Asked(method, "https".equals(matcher.group(2).toLowerCase(Locale.ROOT)), matcher.group(3),
				target.startsWith("/") ? target : "/" + target, lines);
	}

	/**
	 * The request as it reaches a gateway behind a load balancer that ends TLS.
	 * @param table the table of the gateway
	 * @param port the port asked for; 0 for the first one
	 * @return the request
	 */
	HttpRequest to(RouteTable table, int port) {
		List<HttpRequest.Header> lines = new ArrayList<>(this.headers);
		boolean given = lines.stream().anyMatch((line) -> line.name().equalsIgnoreCase("x-forwarded-proto"));
		if (this.https && !given) {
			lines.add(new HttpRequest.Header("x-forwarded-proto", "https"));
		}
		int listening = (port != 0 || table.ports().isEmpty()) ? port : table.ports().get(0);
		return new HttpRequest(listening, this.method, this.host, this.target, lines);
	}

}
