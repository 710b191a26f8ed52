package dev.sekisho.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.Snapshot;

import static org.assertj.core.api.Assertions.assertThat;

class AlbReplacementTests {

	private static final ObjectKey GATEWAY = new ObjectKey("istio-ingress", "sample-gateway");

	@Test
	void writesOneVirtualServiceForEachHostInTheOrderOfTheRules() {
		AlbReplacement replacement = replacement(
				"""
						spec:
						  ingressClassName: alb
						  rules:
						  - host: a.example.com
						    http:
						      paths:
						      - {path: /, pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}
						      - {path: /api, pathType: Prefix, backend: {service: {name: api, port: {number: 8080}}}}
						      - {path: /healthz, pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
						  - http:
						      paths:
						      - {path: /img/*, pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
						""");
		List<AlbCandidate.Replacement> written = replacement.write();
		assertThat(written).extracting(AlbCandidate.Replacement::host).containsExactly("a.example.com", "*");
		assertThat(written).extracting(AlbCandidate.Replacement::name).containsExactly("shop-1", "shop-2");
		assertThat(written.get(0).manifest()).isEqualTo(yaml("""
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {name: shop-1, namespace: shop}
				spec:
				  hosts: [a.example.com]
				  gateways: [istio-ingress/sample-gateway]
				  http:
				  - match: [{uri: {exact: /healthz}}]
				    route: [{destination: {host: web.shop.svc.cluster.local, port: {number: 80}}}]
				  - match: [{uri: {exact: /api}}, {uri: {prefix: /api/}}]
				    route: [{destination: {host: api.shop.svc.cluster.local, port: {number: 8080}}}]
				  - route: [{destination: {host: web.shop.svc.cluster.local, port: {number: 80}}}]
				"""));
		assertThat(http(written.get(1))).isEqualTo(yaml("""
				http:
				- match: [{uri: {prefix: /img/}}]
				  route: [{destination: {host: web.shop.svc.cluster.local, port: {number: 80}}}]
				""").get("http"));
		assertThat(replacement.remarks()).isEmpty();
	}

	@Test
	void tellsWhatDoesNotMoveAlong() {
		AlbReplacement replacement = replacement(
				"""
						metadata:
						  name: shop
						  namespace: shop
						  annotations:
						    alb.ingress.kubernetes.io/auth-type: oidc
						    alb.ingress.kubernetes.io/actions.redirect: "{}"
						spec:
						  ingressClassName: alb
						  rules:
						  - http:
						      paths:
						      - {path: "/v?/a.b*", pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
						      - {path: /x, pathType: Exact, backend: {service: {name: web, port: {name: admin}}}}
						      - {path: /y, pathType: Exact, backend: {service: {name: redirect, port: {name: use-annotation}}}}
						""");
		assertThat(replacement.write()).hasSize(1);
		assertThat(http(replacement.write().get(0))).isEqualTo(yaml("""
				http:
				- match: [{uri: {regex: '/v./a\\.b.*'}}]
				  route: [{destination: {host: web.shop.svc.cluster.local, port: {number: 80}}}]
				""").get("http"));
		assertThat(replacement.remarks()).extracting(Reason::code)
			.containsExactlyInAnyOrder("move.pattern", "move.port", "move.port", "move.setting", "move.annotation");
	}

	private static Object http(AlbCandidate.Replacement replacement) {
		return World.map(replacement.manifest().get("spec")).get("http");
	}

	private static AlbReplacement replacement(String ingress) {
		Map<String, Object> object = new LinkedHashMap<>(Map.of("apiVersion", "networking.k8s.io/v1", "kind", "Ingress",
				"metadata", Map.of("name", "shop", "namespace", "shop")));
		object.putAll(yaml(ingress));
		ServiceFacts web = ServiceFacts.of(resource("""
				kind: Service
				metadata: {name: web, namespace: shop}
				spec: {ports: [{name: http, port: 80}]}
				"""));
		return new AlbReplacement(SeenIngress.of(World.resource(object)),
				new Snapshot<>(Map.of(web.key(), web), 1, "1", new Freshness(Freshness.State.LIVE, World.AS_OF, "")),
				GATEWAY);
	}

	private static GenericKubernetesResource resource(String yaml) {
		return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
	}

	private static Map<String, Object> yaml(String text) {
		return new Yaml().load(text);
	}

}
