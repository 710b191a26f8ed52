package dev.sekisho.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.table.RoutingWorld;

/**
 * Worlds of any size on one host: every team has a few services, each with a
 * VirtualService of one route. Nine in ten match a path prefix, one in twenty an exact
 * path, one in twenty a regex; some have conditions on headers or the method, and one in
 * fifty takes paths that another one has too.
 */
final class BenchmarkWorlds {

	private static final GatewayPods PODS = new GatewayPods("istio-ingress", Map.of("istio", "ingressgateway"));

	private static final List<String> HOSTILE = List.of(".*(a|b).{20}", "/(.*a){12}.*", "(/[^/]*){1,60}", ".*x.{0,900}",
			"/api/v[0-9]+/.*service-[0-9]*[13579]{1,9}.*", "(a|aa|aaa|/)*b?.*",
			"/(api|apis|a.*)/(v1|v.*)/(team|t.*)-(.*)/.*", "([a-z0-9/-]+[0-9]){8,40}", "/.{1,500}/.{1,500}",
			".*1.*2.*3.*4.*5.*6.*7.*8.*9.*");

	private BenchmarkWorlds() {
	}

	static List<Map<String, ?>> manifests(int count) {
		Random random = new Random(count);
		List<Map<String, ?>> manifests = new ArrayList<>();
		manifests.add(gateway());
		for (int i = 0; i < count; i++) {
			manifests
				.add(virtualService(i, Instant.parse("2024-01-01T00:00:00Z").plusSeconds(i * 60L), match(i, random)));
		}
		return manifests;
	}

	static RoutingWorld worldOf(List<Map<String, ?>> manifests) {
		return RoutingWorld.of(PODS, MeshSettings.DEFAULTS, manifests);
	}

	static RoutingWorld world(int count) {
		return RoutingWorld.of(PODS, MeshSettings.DEFAULTS, manifests(count));
	}

	/**
	 * A change to a world: one VirtualService is created, or replaced by one with another
	 * match.
	 * @param count the size of the world
	 * @param random decides
	 * @return the manifest
	 */
	static Map<String, ?> change(int count, Random random) {
		boolean create = random.nextInt(3) == 0;
		int index = create ? count + random.nextInt(count) : random.nextInt(count);
		int target = (random.nextInt(5) == 0) ? random.nextInt(count) : index;
		Instant created = create ? null : Instant.parse("2024-01-01T00:00:00Z").plusSeconds(index * 60L);
		return virtualService(index, created, match(target, random));
	}

	/**
	 * A VirtualService with a regex whose automaton is big, or that can meet nearly all
	 * paths.
	 * @param random decides which
	 * @return the manifest
	 */
	static Map<String, ?> hostileRegex(Random random) {
		return virtualService(0, Instant.parse("2024-01-01T00:00:00Z"),
				Map.of("uri", Map.of("regex", HOSTILE.get(random.nextInt(HOSTILE.size())))));
	}

	static HttpRequest request(int count, Random random) {
		int index = random.nextInt(count + count / 10);
		return new HttpRequest(80, (random.nextInt(4) == 0) ? "POST" : "GET", "shop.example.com",
				path(index) + (random.nextBoolean() ? "/orders/" + random.nextInt(1000) : ""),
				(random.nextInt(10) == 0) ? List.of(new HttpRequest.Header("x-canary", "true")) : List.of());
	}

	private static String path(int index) {
		return "/api/v" + (1 + index % 3) + "/team-" + index / 8 + "/service-" + index;
	}

	private static Map<String, ?> match(int index, Random random) {
		Map<String, Object> match = new LinkedHashMap<>();
		int kind = random.nextInt(100);
		if (kind < 5) {
			match.put("uri", Map.of("regex", "/api/v[0-9]+/team-" + index / 8 + "/service-" + index + "/.*"));
		}
		else if (kind < 10) {
			match.put("uri", Map.of("exact", path(index)));
		}
		else if (kind < 12) {
			match.put("uri", Map.of("prefix", "/api/v" + (1 + index % 3) + "/team-" + index / 8 + "/"));
		}
		else {
			match.put("uri", Map.of("prefix", path(index)));
		}
		if (random.nextInt(20) == 0) {
			match.put("headers", Map.of("x-canary", Map.of("exact", "true")));
		}
		if (random.nextInt(20) == 0) {
			match.put("method", Map.of("exact", random.nextBoolean() ? "GET" : "POST"));
		}
		return match;
	}

	private static Map<String, ?> virtualService(int index, @Nullable Instant created, Map<String, ?> match) {
		String namespace = "team-" + index / 8;
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("namespace", namespace);
		metadata.put("name", "service-" + index);
		if (created != null) {
			metadata.put("creationTimestamp", created.toString());
		}
		metadata.put("labels", Map.of("app.kubernetes.io/name", "service-" + index));
		Map<String, Object> destination = Map.of("host", "service-" + index + "." + namespace + ".svc.cluster.local",
				"port", Map.of("number", 80));
		return Map
			.of("apiVersion", "networking.istio.io/v1", "kind", "VirtualService", "metadata", metadata, "spec", Map.of(
					"hosts", List.of("*"), "gateways", List.of("istio-ingress/shared"), "http",
					List.of(Map.of("match", List.of(match), "route", List.of(Map.of("destination", destination))))));
	}

	private static Map<String, ?> gateway() {
		return Map.of("apiVersion", "networking.istio.io/v1", "kind", "Gateway", "metadata",
				Map.of("namespace", "istio-ingress", "name", "shared", "creationTimestamp", "2023-01-01T00:00:00Z"),
				"spec", Map.of("selector", Map.of("istio", "ingressgateway"), "servers", List.of(Map.of("port",
						Map.of("number", 80, "name", "http", "protocol", "HTTP"), "hosts", List.of("*")))));
	}

}
