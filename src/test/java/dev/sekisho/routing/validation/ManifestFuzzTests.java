package dev.sekisho.routing.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.sekisho.routing.GatewayPods;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.table.RoutingWorld;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hostile manifests: whatever they hold, validation and compilation answer, and soon.
 * Another seed: system property {@code sekisho.fuzz.seed}; more:
 * {@code sekisho.fuzz.count}.
 */
class ManifestFuzzTests {

	private static final long SEED = Long.getLong("sekisho.fuzz.seed", 20261125);

	private static final int COUNT = Integer.getInteger("sekisho.fuzz.count", 2000);

	private static final int BUDGET = 20;

	private static final GatewayPods PODS = new GatewayPods("istio-ingress", Map.of("istio", "ingressgateway"));

	@Test
	void anyManifestGetsAnAnswer() {
		HostileManifests manifests = new HostileManifests(new Random(SEED));
		for (int i = 0; i < COUNT; i++) {
			Map<String, Object> manifest = manifests.next();
			try {
				answer(manifest);
			}
			catch (RuntimeException | StackOverflowError ex) {
				throw new AssertionError("seed " + SEED + ", number " + i + ": " + manifest, ex);
			}
		}
	}

	private static void answer(Map<String, Object> manifest) {
		Judgement judgement = Judgement.of(manifest);
		assertThat(judgement.defects()).allSatisfy((defect) -> assertThat(defect.path()).matches("(?s)(/.*)?"));
		RoutingWorld world = RoutingWorld.of(PODS, MeshSettings.DEFAULTS,
				List.of(HostileManifests.gateway(), manifest));
		// The API server gives every object a name, so what has none isn't judged by it.
		boolean named = manifest.get("metadata") instanceof Map<?, ?> metadata
				&& metadata.get("name") instanceof String name && !name.isEmpty();
		assertThat(named && judgement.admitted() && !world.unreadable().isEmpty())
			.as("admitted, yet unreadable: %s", manifest)
			.isFalse();
		for (String path : List.of("/", "/api/v1", "/%2e%2e/", "*", "")) {
			world.routeTable().answer(new HttpRequest(80, "GET", "shop.example.com", path, List.of()));
		}
	}

	@Test
	@Timeout(BUDGET)
	void regexBombsTakeNoTime() {
		List<Object> matches = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			matches.add(Map.of("uri", Map.of("regex", "/" + i + "(?:[a-z]?[0-9]?(x*)*){900}".repeat(6))));
		}
		Map<String, Object> manifest = HostileManifests.virtualService(Map.of("hosts", List.of("*"), "gateways",
				List.of("istio-ingress/shared"), "http", List.of(Map.of("match", matches, "route",
						List.of(Map.of("destination", Map.of("host", "a.b.svc.cluster.local")))))));
		assertThat(Judgement.of(manifest).defects()).extracting(Defect::law).containsOnly(Law.POISON_REGEX_SIZE);
	}

	@Test
	@Timeout(BUDGET)
	void manyHostsAndMatchesTakeNoTime() {
		List<Object> hosts = new ArrayList<>();
		List<Object> matches = new ArrayList<>();
		for (int i = 0; i < 8000; i++) {
			hosts.add(((i % 2 == 0) ? "*." : "") + "h" + i + ".example.com");
			matches.add(Map.of("uri", Map.of("prefix", "/p" + i), "headers", Map.of("x", Map.of("exact", "" + i))));
		}
		Map<String, Object> manifest = HostileManifests
			.virtualService(Map.of("hosts", hosts, "gateways", List.of("istio-ingress/shared"), "http",
					List.of(Map.of("match", matches, "redirect", Map.of("uri", "/x")))));
		assertThat(Judgement.of(manifest).admitted()).isTrue();
	}

}
