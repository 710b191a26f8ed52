package dev.sekisho.routing.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Header operations: what they do to the Host, and the rest as readable lines.
 *
 * @param authority the Host the destination gets, if they set it
 * @param operations the other operations, such as {@code request set x-team: a}
 */
public record HeaderSpec(@Nullable String authority, List<String> operations) {

	static @Nullable HeaderSpec ofNullable(@Nullable Fields headers) {
		if (headers == null) {
			return null;
		}
		String host = authority(headers.object("request").textsByKey("set"));
		if (host == null) {
			host = authority(headers.object("request").textsByKey("add"));
		}
		List<String> lines = new ArrayList<>();
		for (String side : List.of("request", "response")) {
			Fields changes = headers.object(side);
			for (String verb : List.of("set", "add")) {
				new TreeMap<>(changes.textsByKey(verb)).forEach((name, value) -> {
					if (!isInternal(name)) {
						lines.add(side + " " + verb + " " + name + ": " + value);
					}
				});
			}
			changes.texts("remove").forEach((name) -> lines.add(side + " remove " + name));
		}
		return new HeaderSpec(host, lines);
	}

	private static @Nullable String authority(Map<String, String> headers) {
		String host = null;
		for (Map.Entry<String, String> header : headers.entrySet()) {
			if (header.getKey().equalsIgnoreCase(":authority") || header.getKey().equalsIgnoreCase("host")) {
				host = header.getValue().isEmpty() ? host : header.getValue();
			}
		}
		return host;
	}

	private static boolean isInternal(String name) {
		return name.startsWith(":") || name.equalsIgnoreCase("host");
	}

}
