package dev.sekisho.routing.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;

/**
 * Makes VirtualServices of which some parts are what nobody expects.
 */
final class HostileManifests {

	private static final List<String> TEXTS = List.of("", "*", ".", "/", "%", "%%", "%REQ(", "\\", "a", "mesh",
			"istio-ingress/shared", "*.example.com", "shop.example.com", "/api", "/api/", "(", "[", "a{1000}", "(?i)é",
			"\\p{Letter}", "\\x{10FFFF}", "\u0000", "\r\n", "\uD800", "🚪", "1s", "0s", "-1h", "10m", "GET", "get",
			"5xx", "NOT_FOUND", "@request.auth.claims.a..b", "@request.auth.claims[a][]", ":path", "Host", "x-user",
			"a".repeat(300), "a".repeat(20_000), "::1", "10.0.0.0/8", "outbound_.80_._.a", "IGNORE", "http", "AA==");

	private static final List<Object> NUMBERS = List.of(0, 1, -1, 80, 65536, 200, 600, 301, 306, Integer.MAX_VALUE,
			Integer.MIN_VALUE, 4294967296L, Long.MAX_VALUE, 0.5, 1e300, -0.0, 100.0001,
			new java.math.BigInteger("123456789012345678901234567890"));

	private final Random random;

	HostileManifests(Random random) {
		this.random = random;
	}

	static Map<String, Object> gateway() {
		return Map.of("apiVersion", "networking.istio.io/v1", "kind", "Gateway", "metadata",
				Map.of("namespace", "istio-ingress", "name", "shared"), "spec",
				Map.of("selector", Map.of("istio", "ingressgateway"), "servers", List.of(Map.of("hosts", List.of("*"),
						"port", Map.of("number", 80, "name", "http", "protocol", "HTTP")))));
	}

	static Map<String, Object> virtualService(@Nullable Object spec) {
		Map<String, Object> manifest = new LinkedHashMap<>();
		manifest.put("apiVersion", "networking.istio.io/v1");
		manifest.put("kind", "VirtualService");
		manifest.put("metadata", new LinkedHashMap<>(Map.of("namespace", "team-a", "name", "hostile")));
		manifest.put("spec", spec);
		return manifest;
	}

	Map<String, Object> next() {
		Object spec = mutated(valid(), 0);
		Map<String, Object> manifest = virtualService(spec);
		if (this.random.nextInt(20) == 0) {
			manifest.put("metadata", mutated(manifest.get("metadata"), 0));
		}
		if (this.random.nextInt(8) == 0 && manifest.get("metadata") instanceof Map<?, ?>) {
			manifest.put("metadata", new LinkedHashMap<>(Map.of("namespace", "team-a", "name", "hostile", "annotations",
					Map.of("internal.istio.io/route-semantics", "gateway"))));
		}
		return manifest;
	}

	private Map<String, Object> valid() {
		Map<String, Object> spec = new LinkedHashMap<>();
		spec.put("hosts", List.of(text("*", "shop.example.com", "*.example.com", "a")));
		spec.put("gateways", List.of("istio-ingress/shared"));
		spec.put("exportTo", List.of("*"));
		List<Object> http = new ArrayList<>();
		for (int i = this.random.nextInt(4); i >= 0; i--) {
			http.add(entry());
		}
		spec.put("http", http);
		if (this.random.nextInt(6) == 0) {
			spec.put("tls", List.of(Map.of("match", List.of(Map.of("sniHosts", List.of("shop.example.com"))), "route",
					List.of(Map.of("destination", Map.of("host", "a"))))));
			spec.put("tcp", List.of(Map.of("match", List.of(Map.of("port", 80)), "route",
					List.of(Map.of("destination", Map.of("host", "a"))))));
		}
		return spec;
	}

	private Map<String, Object> entry() {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("name", "r" + this.random.nextInt(3));
		List<Object> matches = new ArrayList<>();
		for (int i = this.random.nextInt(3); i > 0; i--) {
			matches.add(match());
		}
		entry.put("match", matches);
		switch (this.random.nextInt(4)) {
			case 0 -> entry.put("redirect", Map.of("uri", "/x", "redirectCode", number(301, 302, 306), "port", 80));
			case 1 -> entry.put("directResponse", Map.of("status", number(200, 600), "body", Map.of("string", "x")));
			default -> {
				entry.put("route", List.of(destination(), destination()));
				entry.put("rewrite", this.random.nextBoolean() ? Map.of("uri", "/v")
						: Map.of("uriRegexRewrite", Map.of("match", "^/(.*)", "rewrite", "/x\\1")));
				entry.put("fault", Map.of("abort", Map.of("httpStatus", 500), "delay", Map.of("fixedDelay", "1s")));
			}
		}
		entry.put("timeout", "1s");
		entry.put("retries", Map.of("attempts", 2, "perTryTimeout", "1s", "retryOn", "5xx"));
		entry.put("headers", headers());
		entry.put("mirrors", List.of(Map.of("destination", Map.of("host", "m"), "percentage", Map.of("value", 1))));
		entry.put("corsPolicy", Map.of("allowOrigins", List.of(Map.of("regex", ".*")), "maxAge", "1s"));
		return entry;
	}

	private Map<String, Object> match() {
		Map<String, Object> match = new LinkedHashMap<>();
		match.put("uri", Map.of(text("exact", "prefix", "regex"), text("/", "/api", "/a/.*", "")));
		match.put("headers", Map.of(text("x-user", ":path", "@request.auth.claims.a"), Map.of("exact", "1")));
		match.put("withoutHeaders", Map.of("x-b", Map.of("regex", text("*", "b"))));
		match.put("queryParams", Map.of("q", Map.of("prefix", "1")));
		match.put("method", Map.of("exact", "GET"));
		match.put("ignoreUriCase", this.random.nextBoolean());
		match.put("sourceLabels", Map.of("app", "a"));
		match.put("gateways", List.of("istio-ingress/shared"));
		match.keySet().removeIf((key) -> !key.equals("uri") && this.random.nextBoolean());
		return match;
	}

	private Map<String, Object> destination() {
		return Map.of("destination", Map.of("host", "a.b.svc.cluster.local", "port", Map.of("number", 80)), "weight",
				number(1, 50, Integer.MAX_VALUE), "headers", headers());
	}

	private Map<String, Object> headers() {
		return Map.of("request",
				Map.of("set", Map.of(text("x-a", ":authority", "host"), text("1", "%REQ(a)%", "%FOO%"))), "response",
				Map.of("remove", List.of("x-b")));
	}

	private String text(String... texts) {
		return texts[this.random.nextInt(texts.length)];
	}

	private int number(int... numbers) {
		return numbers[this.random.nextInt(numbers.length)];
	}

	// Copies a value and puts something else in few places.
	private @Nullable Object mutated(@Nullable Object value, int depth) {
		if (this.random.nextInt(60) == 0) {
			return anything(depth);
		}
		if (value instanceof Map<?, ?> map) {
			Map<Object, Object> copy = new LinkedHashMap<>();
			map.forEach((key, member) -> {
				Object name = (this.random.nextInt(80) == 0) ? TEXTS.get(this.random.nextInt(TEXTS.size())) : key;
				copy.put(name, mutated(member, depth + 1));
			});
			return copy;
		}
		if (value instanceof List<?> list) {
			List<Object> copy = new ArrayList<>();
			list.forEach((item) -> copy.add(mutated(item, depth + 1)));
			return copy;
		}
		return value;
	}

	private @Nullable Object anything(int depth) {
		return switch (this.random.nextInt((depth < 4) ? 8 : 6)) {
			case 0 -> null;
			case 1 -> this.random.nextBoolean();
			case 2, 3 -> NUMBERS.get(this.random.nextInt(NUMBERS.size()));
			case 4, 5 -> TEXTS.get(this.random.nextInt(TEXTS.size()));
			case 6 -> {
				List<Object> list = new ArrayList<>();
				list.add(anything(depth + 1));
				yield list;
			}
			default -> {
				Map<String, Object> map = new LinkedHashMap<>();
				map.put(TEXTS.get(this.random.nextInt(TEXTS.size())), anything(depth + 1));
				yield map;
			}
		};
	}

}
