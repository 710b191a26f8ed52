package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import dev.sekisho.routing.table.RoutingWorld;

/**
 * Random VirtualServices that meet each other often, and requests at the boundaries of
 * what they match: each literal, one char more or less, another case, a segment below,
 * values mentioned and just beside, hosts around every wildcard.
 */
@SuppressWarnings("unchecked")
final class GeneratedWorld {

	private static final List<String> PATHS = List.of("/", "/api", "/api/", "/api/v1", "/api/v1/", "/apix", "/API/v1",
			"/shop", "/shop/cart", "/v1", "/v2/pay", "/a.b", "/a-b", "");

	private static final List<String> REGEXES = List.of(".*", "/.*", "/api/v[0-9]+", "/api/v[0-9]+/.*", "/v[12]/pay",
			"/(api|shop)(/.*)?", "(?i)/api/.*", ".*\\.(png|css)", "/a.b", "/[^/]+", "/[^/]+/v1/?");

	private static final List<String> HOSTS = List.of("*", "*", "*", "*", "shop.example.com", "*.example.com",
			"a.example.com", "*.shop.example.com", "API.example.org", "*.org");

	private static final List<String> NAMES = List.of("app", "web", "aa", "zz");

	private static final List<String> NAMESPACES = List.of("team-a", "team-b", "team-c", "istio-ingress");

	private final Random random;

	private final List<Map<String, ?>> virtualServices = new ArrayList<>();

	GeneratedWorld(long seed) {
		this.random = new Random(seed);
		Map<String, Map<String, ?>> byName = new LinkedHashMap<>();
		int count = 1 + this.random.nextInt(7);
		for (int i = 0; i < count; i++) {
			Map<String, ?> object = virtualService();
			byName.put(object.get("metadata").toString().replaceAll("creationTimestamp=[^,}]*", ""), object);
		}
		this.virtualServices.addAll(byName.values());
	}

	List<Map<String, ?>> virtualServices() {
		return this.virtualServices;
	}

	RoutingWorld world() {
		List<Map<String, ?>> objects = new ArrayList<>(this.virtualServices);
		objects.add(Worlds.manifest(Worlds.SHARED));
		return RoutingWorld.of(Worlds.PODS, MeshSettings.DEFAULTS, objects);
	}

	/**
	 * A change of one VirtualService: created, replaced, moved to another age, another
	 * export or another host.
	 * @return the changed object
	 */
	Map<String, ?> change() {
		if (this.random.nextInt(4) == 0) {
			return virtualService();
		}
		Map<String, Object> changed = new LinkedHashMap<>(one(this.virtualServices));
		Map<String, Object> metadata = new LinkedHashMap<>((Map<String, Object>) changed.get("metadata"));
		Map<String, Object> spec = new LinkedHashMap<>((Map<String, Object>) changed.get("spec"));
		changed.put("metadata", metadata);
		changed.put("spec", spec);
		switch (this.random.nextInt(5)) {
			case 0 -> metadata.put("creationTimestamp", created());
			case 1 -> metadata.remove("creationTimestamp");
			case 2 -> spec.put("exportTo", List.of(this.random.nextBoolean() ? "istio-ingress" : "."));
			case 3 -> spec.put("hosts", hosts());
			default -> spec.put("http", http());
		}
		return changed;
	}

	ObjectName anyName() {
		Map<String, ?> metadata = (Map<String, ?>) one(this.virtualServices).get("metadata");
		return new ObjectName(metadata.get("namespace").toString(), metadata.get("name").toString());
	}

	List<HttpRequest> requests(int count) {
		List<String> paths = new ArrayList<>(paths());
		List<HttpRequest> requests = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			List<HttpRequest.Header> headers = new ArrayList<>();
			for (int j = this.random.nextInt(3); j > 0; j--) {
				headers.add(new HttpRequest.Header(one(List.of("x-user", "X-Canary", "x-tag")),
						one(List.of("", "a", "ab", "true", "b", "A"))));
			}
			String query = one(List.of("", "", "", "?v", "?v=1", "?v=12", "?v=&v=1", "?w=1&v=2"));
			requests.add(new HttpRequest(80, one(List.of("GET", "GET", "POST", "PUT")), host(), one(paths) + query,
					headers));
		}
		return requests;
	}

	private Set<String> paths() {
		Set<String> paths = new LinkedHashSet<>();
		for (String path : PATHS) {
			for (String near : List.of(path, path + "x", path + "/", path + "/x", path + "/1.png",
					path.toUpperCase(Locale.ROOT), path.isEmpty() ? "/" : path.substring(0, path.length() - 1))) {
				if (near.startsWith("/")) {
					paths.add(near);
				}
			}
		}
		paths.addAll(
				List.of("/api/v12", "/api/v1/x", "/Api/V1/x", "//api", "/x/v1", "/x/v1/", "/v1/pay", "/aXb", "/a.png"));
		return paths;
	}

	private String host() {
		String host = one(HOSTS);
		String concrete = host.equals("*") ? one(List.of("example.com", "other.test"))
				: host.replace("*", one(List.of("x", "x.y", "")));
		return switch (this.random.nextInt(6)) {
			case 0 -> concrete.toUpperCase(Locale.ROOT);
			case 1 -> concrete + ":8080";
			default -> concrete.startsWith(".") ? "x" + concrete : concrete;
		};
	}

	private Map<String, ?> virtualService() {
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("namespace", one(NAMESPACES));
		metadata.put("name", one(NAMES));
		metadata.put("creationTimestamp", created());
		Map<String, Object> spec = new LinkedHashMap<>();
		spec.put("hosts", hosts());
		spec.put("gateways", List.of("istio-ingress/shared"));
		if (this.random.nextInt(6) == 0) {
			spec.put("exportTo", List.of(one(List.of("*", ".", "istio-ingress", "team-a"))));
		}
		spec.put("http", http());
		return Map.of("apiVersion", "networking.istio.io/v1", "kind", "VirtualService", "metadata", metadata, "spec",
				spec);
	}

	private String created() {
		return "2024-01-0" + (1 + this.random.nextInt(5)) + "T00:00:00Z";
	}

	private List<String> hosts() {
		String host = one(HOSTS);
		return (this.random.nextInt(5) == 0 && !host.equals("*")) ? List.of(host, "extra.example.net") : List.of(host);
	}

	private List<Map<String, Object>> http() {
		List<Map<String, Object>> http = new ArrayList<>();
		for (int i = 1 + this.random.nextInt(3); i > 0; i--) {
			Map<String, Object> entry = new LinkedHashMap<>();
			List<Map<String, Object>> matches = new ArrayList<>();
			for (int j = this.random.nextInt(3); j >= 0; j--) {
				matches.add(match());
			}
			if (this.random.nextInt(10) > 0) {
				entry.put("match", matches);
			}
			entry.put("route",
					List.of(Map.of("destination", Map.of("host", "to-" + this.random.nextInt(1000) + ".example.com"))));
			http.add(entry);
		}
		return http;
	}

	private Map<String, Object> match() {
		Map<String, Object> match = new LinkedHashMap<>();
		switch (this.random.nextInt(8)) {
			case 0, 1, 2 -> match.put("uri", Map.of("prefix", one(PATHS)));
			case 3, 4 -> match.put("uri", Map.of("exact", one(PATHS)));
			case 5, 6 -> match.put("uri", Map.of("regex", one(REGEXES)));
			default -> match.put("method", Map.of("exact", one(List.of("GET", "POST", "get"))));
		}
		if (this.random.nextInt(6) == 0) {
			match.put("ignoreUriCase", true);
		}
		if (this.random.nextInt(5) == 0) {
			match.put("method", condition(List.of("GET", "POST", "P")));
		}
		if (this.random.nextInt(4) == 0) {
			match.put("headers",
					Map.of(one(List.of("x-user", "x-canary", "X-Tag")), condition(List.of("a", "true", "b"))));
		}
		if (this.random.nextInt(6) == 0) {
			match.put("withoutHeaders", Map.of(one(List.of("x-user", "x-canary")), condition(List.of("a", "true"))));
		}
		if (this.random.nextInt(5) == 0) {
			match.put("queryParams", Map.of("v", condition(List.of("1", "12"))));
		}
		if (this.random.nextInt(12) == 0) {
			match.put("authority", Map.of("exact", one(List.of("shop.example.com", "example.com:8080"))));
		}
		return match;
	}

	private Map<String, Object> condition(List<String> values) {
		String value = one(values);
		return switch (this.random.nextInt(4)) {
			case 0 -> Map.of("prefix", value);
			case 1 -> Map.of("regex", value + "[a-z0-9]?");
			case 2 -> Map.of();
			default -> Map.of("exact", value);
		};
	}

	private <T> T one(List<T> of) {
		return of.get(this.random.nextInt(of.size()));
	}

}
