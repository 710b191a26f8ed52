package dev.sekisho.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import dev.sekisho.routing.HttpRequest;

/**
 * Random VirtualServices of several namespaces that meet each other often, and requests
 * at the boundaries of what they match. Every {@code http} entry marks its responses with
 * the VirtualService and the entry they come from.
 */
final class LiveWorld {

	/** The response header by which an entry marks its responses. */
	static final String MARK = "x-mark";

	private static final List<String> NAMESPACES = List.of("service-a", "service-b", "service-c", "istio-ingress");

	private static final List<String> NAMES = List.of("app", "web", "zz");

	private static final List<String> HOSTS = List.of("*", "*", "*", "shop.example.com", "*.example.com",
			"a.example.com", "*.shop.example.com", "API.example.org", "*.org");

	private static final List<String> PATHS = List.of("/", "/api", "/api/", "/api/v1", "/api/v1/", "/API/v1", "/shop",
			"/shop/cart", "/v2/pay", "/a.b", "/a%20b", "/%41pi", "");

	private static final List<String> REGEXES = List.of(".*", "/.*", "/api/v[0-9]+", "/api/v[0-9]+/.*", "/v[12]/pay",
			"/(api|shop)(/.*)?", "(?i)/api/.*", ".*\\.(png|css)", "/a.b", "/[^/]+", "/[^/]+/v1/?", "/api");

	private static final List<String> TARGETS = List.of("/", "/api", "/api/", "/apix", "/api/v1", "/api/v1/",
			"/api/v1/x", "/api/v12", "/API/v1", "/Api/V1/x", "/shop", "/shop/", "/shopx", "/shop/cart",
			"/shop/cart/1.png", "/shop/./cart", "/x/../api", "/shop/../api/v1", "//api", "/api//v1", "/v1/pay",
			"/v2/pay", "/v2/pay/", "/a.b", "/aXb", "/a%20b", "/%61pi", "/%41pi", "/%41PI", "/api%2Fv1", "/api%2fv1/x",
			"/x/v1", "/x/v1/", "/1.css", "/api;v=1", "/api\\v1", "/shop/%2e%2e/api", "/%5Capi", "/%", "/api%zz",
			"/a%00b", "/.", "/..", "/../api", "/api/.", "/api/..", "/api/%2e", "/%2E%2E/api", "/api/%c3%a9",
			"/api///v1", "/api/v1?", "/api/..;/shop", "/api/v1/...", "/shop%3Fv=1", "/shop%23x");

	private static final List<String> QUERIES = List.of("", "", "", "?", "?v", "?v=1", "?v=12", "?v=&v=1", "?w=1&v=2",
			"?v=%31", "?V=1", "?v=1#x");

	private final Random random;

	LiveWorld(Random random) {
		this.random = random;
	}

	/**
	 * A VirtualService in one of the namespaces, under one of a few names.
	 * @return the manifest
	 */
	Map<String, Object> virtualService() {
		String namespace = one(NAMESPACES);
		String name = one(NAMES);
		Map<String, Object> spec = new LinkedHashMap<>();
		spec.put("hosts", hosts());
		spec.put("gateways", gateways());
		if (chance(8)) {
			spec.put("exportTo", List.of(one(List.of("*", ".", "istio-ingress"))));
		}
		List<Map<String, Object>> http = new ArrayList<>();
		for (int i = 1 + this.random.nextInt(3); i > 0; i--) {
			http.add(entry(namespace, name, "entry-" + http.size()));
		}
		spec.put("http", http);
		return Map.of("apiVersion", "networking.istio.io/v1", "kind", "VirtualService", "metadata",
				Map.of("namespace", namespace, "name", name), "spec", spec);
	}

	/**
	 * Another Gateway for the same pods and port, with hosts of its own.
	 * @return the manifest
	 */
	Map<String, Object> gateway() {
		Map<String, Object> server = new LinkedHashMap<>();
		server.put("hosts", List.of(one(List.of("*.example.com", "shop.example.com", "service-a/*.org", "./*", "*"))));
		server.put("port", Map.of("number", 80, "name", "http", "protocol", "HTTP"));
		if (chance(4)) {
			server.put("tls", Map.of("httpsRedirect", true));
		}
		return Map.of("apiVersion", "networking.istio.io/v1", "kind", "Gateway", "metadata",
				Map.of("namespace", "istio-ingress", "name", "extra-gateway"), "spec",
				Map.of("selector", Map.of("istio", "ingressgateway"), "servers", List.of(server)));
	}

	private List<String> gateways() {
		String shared = "istio-ingress/sample-gateway";
		String extra = "istio-ingress/extra-gateway";
		return switch (this.random.nextInt(6)) {
			case 0 -> List.of(extra);
			case 1 -> List.of(extra, shared);
			case 2 -> List.of(shared, "mesh");
			default -> List.of(shared);
		};
	}

	/**
	 * A request near what the VirtualServices match.
	 * @param port the port the gateway listens on
	 * @return the request
	 */
	HttpRequest request(int port) {
		List<HttpRequest.Header> headers = new ArrayList<>();
		for (int i = this.random.nextInt(3); i > 0; i--) {
			headers.add(new HttpRequest.Header(one(List.of("x-user", "X-Canary", "x-tag")),
					one(List.of("", "a", "ab", "true", "b", "A", "a,b"))));
		}
		if (chance(6)) {
			headers.add(new HttpRequest.Header("Origin", one(List.of("https://a.test", "https://b.test"))));
			headers.add(new HttpRequest.Header("Access-Control-Request-Method", one(List.of("GET", "PUT"))));
		}
		return new HttpRequest(port, one(List.of("GET", "GET", "POST", "PUT", "OPTIONS", "get")), host(),
				one(TARGETS) + one(QUERIES), headers);
	}

	private Map<String, Object> entry(String namespace, String name, String entry) {
		Map<String, Object> http = new LinkedHashMap<>();
		http.put("name", entry);
		if (!chance(10)) {
			List<Map<String, Object>> matches = new ArrayList<>();
			for (int i = this.random.nextInt(3); i >= 0; i--) {
				matches.add(match());
			}
			http.put("match", matches);
		}
		http.put("headers", Map.of("response", Map.of("set", Map.of(MARK, namespace + "/" + name + ":" + entry))));
		switch (this.random.nextInt(8)) {
			case 0 -> http.put("redirect", redirect());
			case 1 -> http.put("directResponse",
					Map.of("status", one(List.of(200, 204, 404, 418, 503, 599)), "body", Map.of("string", "direct")));
			default -> forward(http);
		}
		return http;
	}

	private void forward(Map<String, Object> http) {
		List<Map<String, Object>> routes = new ArrayList<>();
		int count = chance(4) ? 2 + this.random.nextInt(2) : 1;
		for (int i = 0; i < count; i++) {
			Map<String, Object> route = new LinkedHashMap<>();
			route.put("destination", Map.of("host", destination(), "port", Map.of("number", 80)));
			if (count > 1) {
				route.put("weight", (i == 0) ? 1 + this.random.nextInt(50) : this.random.nextInt(50));
			}
			routes.add(route);
		}
		http.put("route", routes);
		if (chance(4)) {
			http.put("rewrite", rewrite());
		}
		if (chance(6)) {
			http.put("timeout", "5s");
		}
		if (chance(10)) {
			http.put("fault", Map.of("abort", Map.of("httpStatus", one(List.of(418, 503, 200)), "percentage",
					Map.of("value", one(List.of(0, 50, 100))))));
		}
		if (chance(10)) {
			http.put("corsPolicy",
					Map.of("allowOrigins", List.of(Map.of("exact", "https://a.test")), "allowMethods", List.of("GET")));
		}
	}

	private String destination() {
		String team = one(Stage.TEAMS);
		return chance(15) ? "missing." + team + ".svc.cluster.local" : team + "." + team + ".svc.cluster.local";
	}

	private Map<String, Object> rewrite() {
		Map<String, Object> rewrite = new LinkedHashMap<>();
		if (chance(3)) {
			rewrite.put("uriRegexRewrite", Map.of("match", one(List.of("^/api/(.*)$", "/", "(?i)/API", "v([0-9])")),
					"rewrite", one(List.of("/\\1", "/r", "/new", ""))));
		}
		else if (!chance(4)) {
			rewrite.put("uri", one(List.of("/", "/new", "/new/", "/n/e/w", "/x?y=1")));
		}
		if (rewrite.isEmpty() || chance(3)) {
			rewrite.put("authority", one(List.of("inner.example.com", "UPPER.example.com:81")));
		}
		return rewrite;
	}

	private Map<String, Object> redirect() {
		Map<String, Object> redirect = new LinkedHashMap<>();
		if (chance(2)) {
			redirect.put("uri", one(List.of("/", "/moved", "/moved/", "/m?q=1")));
		}
		if (chance(2)) {
			redirect.put("authority", one(List.of("new.example.com", "new.example.com:8443")));
		}
		if (chance(3)) {
			redirect.put("scheme", one(List.of("https", "http")));
		}
		if (chance(4)) {
			redirect.put("port", one(List.of(80, 443, 8443)));
		}
		else if (chance(4)) {
			redirect.put("derivePort", one(List.of("FROM_PROTOCOL_DEFAULT", "FROM_REQUEST_PORT")));
		}
		if (chance(2)) {
			redirect.put("redirectCode", one(List.of(301, 302, 303, 307, 308)));
		}
		if (redirect.isEmpty()) {
			redirect.put("uri", "/moved");
		}
		return redirect;
	}

	private Map<String, Object> match() {
		Map<String, Object> match = new LinkedHashMap<>();
		switch (this.random.nextInt(8)) {
			case 0, 1, 2 -> match.put("uri", Map.of("prefix", one(PATHS)));
			case 3, 4 -> match.put("uri", Map.of("exact", one(PATHS)));
			case 5, 6 -> match.put("uri", Map.of("regex", one(REGEXES)));
			default -> match.put("method", Map.of("exact", one(List.of("GET", "POST", "get"))));
		}
		if (chance(6)) {
			match.put("ignoreUriCase", true);
		}
		if (chance(5)) {
			match.put("method", condition(List.of("GET", "POST", "P")));
		}
		if (chance(4)) {
			match.put("headers",
					Map.of(one(List.of("x-user", "x-canary", "X-Tag")), condition(List.of("a", "true", "b"))));
		}
		if (chance(6)) {
			match.put("withoutHeaders", Map.of(one(List.of("x-user", "x-canary")), condition(List.of("a", "true"))));
		}
		if (chance(5)) {
			match.put("queryParams", Map.of("v", condition(List.of("1", "12"))));
		}
		if (chance(12)) {
			match.put("authority", condition(List.of("shop.example.com", "example.com:8080")));
		}
		if (chance(12)) {
			match.put("port", one(List.of(80, 8080)));
		}
		if (chance(12)) {
			match.put("gateways", gateways());
		}
		if (chance(20)) {
			match.put("scheme", Map.of("exact", one(List.of("http", "https"))));
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

	private List<String> hosts() {
		String host = one(HOSTS);
		return (chance(5) && !host.equals("*")) ? List.of(host, "extra.example.net") : List.of(host);
	}

	private String host() {
		String host = one(HOSTS);
		String concrete = host.equals("*") ? one(List.of("example.com", "other.test", "extra.example.net"))
				: host.replace("*", one(List.of("x", "x.y")));
		return switch (this.random.nextInt(6)) {
			case 0 -> concrete.toUpperCase(Locale.ROOT);
			case 1 -> concrete + one(List.of(":8080", ":80", ".", ":"));
			default -> concrete;
		};
	}

	private boolean chance(int oneIn) {
		return this.random.nextInt(oneIn) == 0;
	}

	private <T> T one(List<T> of) {
		return of.get(this.random.nextInt(of.size()));
	}

}
