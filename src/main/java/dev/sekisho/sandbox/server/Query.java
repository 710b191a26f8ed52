package dev.sekisho.sandbox.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a call.
 *
 * @param values the values by name, the last one each
 */
record Query(Map<String, String> values) {

	static Query parse(@Nullable String query) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String pair : ((query != null) ? query : "").split("&")) {
			int border = pair.indexOf('=');
			String name = (border < 0) ? pair : pair.substring(0, border);
			values.put(decode(name), (border < 0) ? "" : decode(pair.substring(border + 1)));
		}
		return new Query(values);
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw ApiFailure.badRequest("the query can't be decoded");
		}
	}

	String text(String name) {
		return this.values.getOrDefault(name, "");
	}

	boolean flag(String name) {
		return "true".equals(text(name)) || "1".equals(text(name));
	}

	long number(String name, long otherwise) {
		String text = text(name);
		try {
			return text.isEmpty() ? otherwise : Long.parseLong(text);
		}
		catch (NumberFormatException ex) {
			throw ApiFailure.badRequest("%s: Invalid value: \"%s\"".formatted(name, text));
		}
	}

}
