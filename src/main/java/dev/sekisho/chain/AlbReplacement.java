package dev.sekisho.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.sekisho.chain.AlbCandidate.Replacement;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.Snapshot;

/**
 * Writes the VirtualServices that do on a shared gateway what an Ingress does on its ALB:
 * one for each host, with the paths in the order of the ALB's rules. What can't be said
 * in a VirtualService is left out and told.
 */
final class AlbReplacement {

	/** What an ALB does by annotation and a route doesn't. */
	private static final List<String> OWN_SETTINGS = List.of("auth-type", "wafv2-acl-arn", "waf-acl-id",
			"inbound-cidrs", "ssl-policy", "target-group-attributes", "load-balancer-attributes",
			"shield-advanced-protection");

	private static final String SPECIAL = "\\.[]{}()+-^$|";

	private final SeenIngress ingress;

	private final Snapshot<ServiceFacts> services;

	private final ObjectKey gateway;

	private final Set<Reason> remarks = new LinkedHashSet<>();

	/**
	 * Prepares the replacement.
	 * @param ingress the Ingress
	 * @param services the Services
	 * @param gateway the shared gateway's Gateway
	 */
	AlbReplacement(SeenIngress ingress, Snapshot<ServiceFacts> services, ObjectKey gateway) {
		this.ingress = ingress;
		this.services = services;
		this.gateway = gateway;
	}

	List<Replacement> write() {
		Map<String, List<Map<String, Object>>> hosts = new LinkedHashMap<>();
		for (SeenIngress.Backend backend : ordered()) {
			Map<String, Object> route = route(backend);
			if (!route.isEmpty()) {
				hosts.computeIfAbsent(backend.host().isEmpty() ? "*" : backend.host(), (host) -> new ArrayList<>())
					.add(route);
			}
		}
		List<Replacement> written = new ArrayList<>();
		hosts.forEach((host, routes) -> written.add(replacement(host, routes, written.size(), hosts.size())));
		return written;
	}

	List<Reason> remarks() {
		OWN_SETTINGS.stream()
			.filter((setting) -> this.ingress.alb().annotations().containsKey(setting))
			.forEach((setting) -> this.remarks.add(Reason.of("move.setting", setting)));
		this.ingress.alb()
			.annotations()
			.keySet()
			.stream()
			.filter((name) -> name.startsWith("conditions.") || name.startsWith("actions."))
			.sorted()
			.forEach((name) -> this.remarks.add(Reason.of("move.annotation", name)));
		return List.copyOf(this.remarks);
	}

	// As the controller does: exact paths first, then prefixes, the longest first.
	private List<SeenIngress.Backend> ordered() {
		List<SeenIngress.Backend> ordered = new ArrayList<>(this.ingress.backends());
		ordered.sort((one, other) -> Integer.compare(rank(one), rank(other)));
		return ordered;
	}

	private static int rank(SeenIngress.Backend backend) {
		return switch (backend.pathType()) {
			case "Exact" -> Integer.MIN_VALUE;
			case "Prefix" -> -backend.path().length();
			case "" -> Integer.MAX_VALUE;
			default -> 1;
		};
	}

	private Map<String, Object> route(SeenIngress.Backend backend) {
		int port = port(backend);
		if (port == 0) {
			this.remarks.add(Reason.of("move.port", backend.service().toString(), backend.port()));
			return Map.of();
		}
		Map<String, Object> route = new LinkedHashMap<>();
		List<Map<String, Object>> matches = matches(backend);
		if (!matches.isEmpty()) {
			route.put("match", matches);
		}
		Map<String, Object> destination = new LinkedHashMap<>();
		destination.put("host", backend.service().name() + "." + backend.service().namespace() + ".svc."
				+ ChainResolver.CLUSTER_DOMAIN);
		destination.put("port", Map.of("number", port));
		route.put("route", List.of(Map.of("destination", destination)));
		return route;
	}

	private List<Map<String, Object>> matches(SeenIngress.Backend backend) {
		String path = backend.path();
		String bare = path.endsWith("/*") ? path.substring(0, path.length() - 2) : path;
		if (path.isEmpty() || bare.isEmpty() || ("Prefix".equals(backend.pathType()) && "/".equals(path))) {
			return List.of();
		}
		if ("Prefix".equals(backend.pathType())) {
			String below = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
			return List.of(uri("exact", below), uri("prefix", below + "/"));
		}
		if (!"Exact".equals(backend.pathType()) && path.endsWith("/*") && plain(bare)) {
			return List.of(uri("prefix", bare + "/"));
		}
		if (plain(path)) {
			return List.of(uri("exact", path));
		}
		this.remarks.add(Reason.of("move.pattern", path));
		return List.of(uri("regex", regex(path)));
	}

	private static boolean plain(String path) {
		return path.indexOf('*') < 0 && path.indexOf('?') < 0;
	}

	// An ALB's * stands for any characters, ? for one.
	private static String regex(String path) {
		StringBuilder regex = new StringBuilder();
		path.codePoints().forEach((character) -> {
			if (character == '*') {
				regex.append(".*");
			}
			else if (character == '?') {
				regex.append('.');
			}
			else {
				regex.append((SPECIAL.indexOf(character) >= 0) ? "\\" : "").appendCodePoint(character);
			}
		});
		return regex.toString();
	}

	private static Map<String, Object> uri(String kind, String value) {
		return Map.of("uri", Map.of(kind, value));
	}

	private int port(SeenIngress.Backend backend) {
		ServiceFacts service = this.services.items().get(backend.service());
		if (service != null) {
			return service.port(backend.port()).map(ServiceFacts.Port::number).orElse(0);
		}
		return backend.port().matches("[1-9][0-9]{0,4}") ? Integer.parseInt(backend.port()) : 0;
	}

	private Replacement replacement(String host, List<Map<String, Object>> routes, int number, int hosts) {
		String name = this.ingress.key().name() + ((hosts > 1) ? "-" + (number + 1) : "");
		Map<String, Object> spec = new LinkedHashMap<>();
		spec.put("hosts", List.of(host));
		spec.put("gateways", List.of(this.gateway.toString()));
		spec.put("http", routes);
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("name", name);
		metadata.put("namespace", this.ingress.key().namespace());
		Map<String, Object> manifest = new LinkedHashMap<>();
		manifest.put("apiVersion", "networking.istio.io/v1");
		manifest.put("kind", "VirtualService");
		manifest.put("metadata", metadata);
		manifest.put("spec", spec);
		return new Replacement(host, name, manifest);
	}

}
