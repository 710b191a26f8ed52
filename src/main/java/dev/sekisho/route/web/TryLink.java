package dev.sekisho.route.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Addresses of the page that tells which route gets a request.
 */
final class TryLink {

	private TryLink() {
	}

	/**
	 * The page filled in with the request that proves a finding.
	 * @param finding the finding
	 * @return the query of its address; empty if nothing proves it
	 */
	static String of(RouteFinding finding) {
		RouteFinding.Witness witness = finding.witness();
		return (witness != null)
				? query(witness.method(), "https://" + witness.host() + witness.target(), witness.headers()) : "";
	}

	/**
	 * A request as a query.
	 * @param method the method
	 * @param url the URL
	 * @param headers the headers, as {@code name: value}
	 * @return the query, encoded, with its question mark
	 */
	static String query(String method, String url, List<String> headers) {
		UriComponentsBuilder query = UriComponentsBuilder.newInstance()
			.queryParam("method", "{method}")
			.queryParam("url", "{url}");
		Map<String, Object> values = new HashMap<>();
		values.put("method", method);
		values.put("url", url);
		for (int line = 0; line < headers.size(); line++) {
			query.queryParam("header", "{header" + line + "}");
			values.put("header" + line, headers.get(line));
		}
		return query.encode().buildAndExpand(values).toUriString();
	}

	/**
	 * A URL that a route may match.
	 * @param domains the domains of its virtual host
	 * @param path the condition on its path
	 * @return the URL; only its start is made up, for a wildcard or any host
	 */
	static String url(String domains, MatchView.Condition path) {
		String domain = domains.split(", ")[0];
		String host = domain.equals("*") ? "any.example" : domain.replace("*.", "any.");
		return "https://" + host + (path.type().equals("regex") ? "/" : path.value());
	}

}
