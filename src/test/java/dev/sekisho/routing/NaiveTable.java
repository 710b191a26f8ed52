package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An evaluator that shares no code with the engine: short, slow, and meant to be seen to
 * be right. It reads raw VirtualServices of one Gateway with one server for {@code *} on
 * port 80, in a mesh with default settings.
 */
@SuppressWarnings("unchecked")
final class NaiveTable {

	private final Map<String, List<Entry>> hosts = new TreeMap<>();

	NaiveTable(List<? extends Map<String, ?>> virtualServices) {
		List<Map<String, ?>> sorted = new ArrayList<>(virtualServices);
		sorted.sort(Comparator.comparing(NaiveTable::bucket)
			.thenComparing((object) -> text(metadata(object), "creationTimestamp", "9999"))
			.thenComparing((object) -> text(metadata(object), "name", ""))
			.thenComparing((object) -> text(metadata(object), "namespace", "")));
		for (Map<String, ?> object : sorted) {
			List<Entry> entries = entries(object);
			if (bucket(object) < 3 && !entries.isEmpty()) {
				for (Object host : (List<?>) spec(object).get("hosts")) {
					this.hosts.computeIfAbsent(host.toString().toLowerCase(Locale.ROOT), (key) -> new ArrayList<>())
						.addAll(entries);
				}
			}
		}
		this.hosts.values().forEach((entries) -> entries.sort(Comparator.comparing(Entry::catchAll)));
	}

	/**
	 * Who answers a request.
	 * @param request the request, whose path normalisation leaves as it is
	 * @return VirtualService, entry and match, or {@code none}
	 */
	String winner(HttpRequest request) {
		List<Entry> entries = hostEntries(request.host().split(":")[0].toLowerCase(Locale.ROOT));
		for (Entry entry : entries) {
			if (matches(entry.match(), request)) {
				return entry.label();
			}
		}
		return "none";
	}

	private List<Entry> hostEntries(String host) {
		String best = "";
		for (String domain : this.hosts.keySet()) {
			boolean fits = domain.startsWith("*")
					? host.endsWith(domain.substring(1)) && (domain.equals("*") || host.length() >= domain.length())
					: host.equals(domain);
			if (fits && (best.isEmpty() || better(domain, best))) {
				best = domain;
			}
		}
		return this.hosts.getOrDefault(best, List.of());
	}

	private static boolean better(String domain, String best) {
		boolean exact = !domain.startsWith("*");
		return exact || (best.startsWith("*") && domain.length() > best.length());
	}

	private static int bucket(Map<String, ?> object) {
		List<?> exportTo = (List<?>) spec(object).getOrDefault("exportTo", List.of("*"));
		if (exportTo.contains("*")) {
			return 2;
		}
		boolean home = text(metadata(object), "namespace", "").equals("istio-ingress");
		if (home) {
			return (exportTo.contains(".") || exportTo.contains("istio-ingress")) ? 0 : 3;
		}
		return exportTo.contains("istio-ingress") ? 1 : 3;
	}

	private static List<Entry> entries(Map<String, ?> object) {
		List<Entry> entries = new ArrayList<>();
		String name = text(metadata(object), "namespace", "") + "/" + text(metadata(object), "name", "");
		List<Map<String, ?>> http = (List<Map<String, ?>>) spec(object).get("http");
		for (int i = 0; i < http.size(); i++) {
			List<Map<String, ?>> matches = (List<Map<String, ?>>) http.get(i).get("match");
			if (matches == null || matches.isEmpty()) {
				entries.add(new Entry(name + " " + i + " 0", Map.of()));
				return entries;
			}
			for (int j = 0; j < matches.size(); j++) {
				Entry entry = new Entry(name + " " + i + " " + j, matches.get(j));
				entries.add(entry);
				if (entry.catchAll()) {
					return entries;
				}
			}
		}
		return entries;
	}

	private static boolean matches(Map<String, ?> match, HttpRequest request) {
		String path = request.target().split("\\?", 2)[0];
		boolean ignoreCase = Boolean.TRUE.equals(match.get("ignoreUriCase"));
		Map<String, ?> uri = (Map<String, ?>) match.get("uri");
		if (uri != null && !uri.isEmpty() && !test(uri, path, ignoreCase)) {
			return false;
		}
		return holds(match, "method", List.of(request.method())) && holds(match, "authority", List.of(request.host()))
				&& holds(match, "scheme", List.of("http")) && headers(match, "headers", request, true)
				&& headers(match, "withoutHeaders", request, false) && query(match, request);
	}

	private static boolean holds(Map<String, ?> match, String field, List<String> values) {
		Map<String, ?> condition = (Map<String, ?>) match.get(field);
		return condition == null || values.stream().anyMatch((value) -> test(condition, value, false));
	}

	private static boolean headers(Map<String, ?> match, String field, HttpRequest request, boolean wanted) {
		for (Map.Entry<String, ?> header : map(match, field).entrySet()) {
			Map<String, ?> condition = (Map<String, ?>) header.getValue();
			List<String> lines = request.headers()
				.stream()
				.filter((line) -> line.name().equalsIgnoreCase(header.getKey()))
				.map(HttpRequest.Header::value)
				.toList();
			boolean any = lines.stream().anyMatch((line) -> test(condition, line, false));
			if (!wanted && lines.isEmpty()) {
				any = !condition.isEmpty() && test(condition, "", false);
			}
			if (any != wanted) {
				return false;
			}
		}
		return true;
	}

	private static Map<String, ?> map(Map<String, ?> match, String field) {
		return (match.get(field) instanceof Map<?, ?> map) ? (Map<String, ?>) map : Map.of();
	}

	private static boolean query(Map<String, ?> match, HttpRequest request) {
		String[] parts = request.target().split("\\?", 2);
		for (Map.Entry<String, ?> param : map(match, "queryParams").entrySet()) {
			String value = null;
			for (String pair : ((parts.length > 1) ? parts[1] : "").split("&")) {
				String[] both = pair.split("=", 2);
				if (parts.length > 1 && value == null && both[0].equals(param.getKey())) {
					value = (both.length > 1) ? both[1] : "";
				}
			}
			if (value == null || !test((Map<String, ?>) param.getValue(), value, false)) {
				return false;
			}
		}
		return true;
	}

	private static boolean test(Map<String, ?> condition, String value, boolean ignoreCase) {
		String exact = (String) condition.get("exact");
		if (exact != null) {
			return ignoreCase ? value.equalsIgnoreCase(exact) : value.equals(exact);
		}
		String prefix = (String) condition.get("prefix");
		if (prefix != null) {
			return value.regionMatches(ignoreCase, 0, prefix, 0, prefix.length());
		}
		String regex = (String) condition.get("regex");
		return regex == null || Pattern.compile(regex).matcher(value).matches();
	}

	private static Map<String, ?> metadata(Map<String, ?> object) {
		return (Map<String, ?>) object.get("metadata");
	}

	private static Map<String, Object> spec(Map<String, ?> object) {
		return (Map<String, Object>) object.get("spec");
	}

	private static String text(Map<String, ?> map, String key, String otherwise) {
		Object value = map.get(key);
		return (value != null) ? value.toString() : otherwise;
	}

	/**
	 * One match.
	 *
	 * @param label VirtualService, entry and match
	 * @param match the conditions
	 */
	private record Entry(String label, Map<String, ?> match) {

		boolean catchAll() {
			Map<String, ?> uri = map(this.match, "uri");
			boolean all = uri.isEmpty() || "/".equals(uri.get("prefix")) || ".*".equals(uri.get("regex"));
			return all && this.match.keySet()
				.stream()
				.allMatch((field) -> List.of("uri", "ignoreUriCase", "name").contains(field));
		}

	}

}
