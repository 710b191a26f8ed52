package dev.sekisho.cluster;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A request to the API server.
 *
 * @param method the HTTP method
 * @param path the path, encoded
 * @param query the query parameters, decoded
 * @param body the JSON body, if there is one
 * @param repeatable whether sending it twice does no harm
 */
record ApiRequest(String method, String path, Map<String, String> query, @Nullable String body, boolean repeatable) {

	static ApiRequest get(String path) {
		return new ApiRequest("GET", path, Map.of(), null, true);
	}

	/** A question that is asked by POST and stores nothing. */
	static ApiRequest ask(String path, String body) {
		return new ApiRequest("POST", path, Map.of(), body, true);
	}

	static ApiRequest write(String method, String path, @Nullable String body) {
		return new ApiRequest(method, path, Map.of(), body, false);
	}

	ApiRequest with(String parameter, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.query);
		more.put(parameter, value);
		return new ApiRequest(this.method, this.path, more, this.body, this.repeatable);
	}

	URI at(URI base) {
		String root = base.toString().replaceAll("/+$", "");
		String parameters = this.query.entrySet()
			.stream()
			.map((each) -> each.getKey() + "=" + encode(each.getValue()))
			.collect(Collectors.joining("&"));
		return URI.create(root + this.path + (parameters.isEmpty() ? "" : "?" + parameters));
	}

	static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
