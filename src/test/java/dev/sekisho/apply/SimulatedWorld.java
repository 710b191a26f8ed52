package dev.sekisho.apply;

import java.util.List;
import java.util.Map;

import dev.sekisho.apply.SimulatedStore.Writer;
import dev.sekisho.change.Json;
import dev.sekisho.cluster.ResourceKind;

/**
 * What a simulated cluster begins with: three teams with a route each on one gateway.
 */
final class SimulatedWorld {

	private SimulatedWorld() {
	}

	static void fill(SimulatedStore store) {
		for (String namespace : List.of("istio-ingress", "sekisho", "team-a", "team-b", "team-c")) {
			create(store, ResourceKind.NAMESPACE, "v1", "", namespace, Map.of());
		}
		create(store, ResourceKind.GATEWAY, "networking.istio.io/v1", "istio-ingress", SimulatedPeople.GATEWAY, Map
			.of("selector", Map.of("istio", "ingressgateway"), "servers", List
				.of(Map.of("hosts", List.of("*"), "port", Map.of("number", 80, "name", "http", "protocol", "HTTP")))));
		create(store, ResourceKind.SHARED_GATEWAY, "sekisho.dev/v1alpha1", "", SimulatedPeople.GATEWAY,
				sharedGateway("/s/"));
		for (String team : List.of("team-a", "team-b", "team-c")) {
			create(store, ResourceKind.SERVICE, "v1", team, team,
					Map.of("selector", Map.of("app", team), "ports", List.of(Map.of("name", "http", "port", 80))));
			create(store, ResourceKind.VIRTUAL_SERVICE, "networking.istio.io/v1", team, "routes",
					routes(team, List.of(Map.of("uri", Map.of("exact", "/s/" + team))), 1));
		}
		for (String policy : FoundationPolicies.NAMES) {
			create(store, ResourceKind.ADMISSION_POLICY, "admissionregistration.k8s.io/v1", "", policy,
					Map.of("failurePolicy", "Fail"));
			create(store, ResourceKind.ADMISSION_POLICY_BINDING, "admissionregistration.k8s.io/v1", "", policy,
					Map.of("policyName", policy, "validationActions", List.of("Deny")));
		}
	}

	static Map<String, Object> sharedGateway(String prefix) {
		return Map.of("gateway", Map.of("namespace", "istio-ingress", "name", SimulatedPeople.GATEWAY), "frontDoors",
				List.of(Map.of("kind", "Ingress", "namespace", "istio-ingress", "name", "alb")), "claims",
				List.of(Map.of("namespaces", List.of("team-a", "team-b", "team-c"), "hosts", List.of("*"),
						"pathPrefixes", List.of(prefix, "/s/"))));
	}

	static Map<String, Object> routes(String team, List<?> match, int timeout) {
		return Map.of("hosts", List.of("*"), "gateways", List.of("istio-ingress/" + SimulatedPeople.GATEWAY), "http",
				List.of(Map.of("match", match, "timeout", timeout + "s", "route", List.of(Map.of("destination",
						Map.of("host", team + "." + team + ".svc.cluster.local", "port", Map.of("number", 80)))))));
	}

	private static void create(SimulatedStore store, ResourceKind kind, String apiVersion, String namespace,
			String name, Map<String, Object> spec) {
		Map<String, Object> metadata = namespace.isEmpty() ? Map.of("name", name)
				: Map.of("name", name, "namespace", namespace);
		store.create(kind,
				Json.object(Map.of("apiVersion", apiVersion, "kind", kind.kind(), "metadata", metadata, "spec", spec)),
				Writer.of("seed"));
	}

}
