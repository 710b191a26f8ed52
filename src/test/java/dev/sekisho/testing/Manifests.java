package dev.sekisho.testing;

import java.util.Map;
import java.util.UUID;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;

/**
 * Makes changes, reviews and shared gateways as a person writes them for kubectl.
 */
public final class Manifests {

	/** The shared gateway of {@code ci/sample-values.yaml}. */
	public static final String GATEWAY = "sample-gateway";

	private static final String HASH = "sha256:" + "0".repeat(64);

	private Manifests() {
	}

	/**
	 * Makes a change that creates a virtual service.
	 * @param author the author's user name
	 * @return a change with a name of its own
	 */
	public static GenericKubernetesResource change(String author) {
		return parse("""
				apiVersion: sekisho.dev/v1alpha1
				kind: RouteChange
				metadata: {name: "change-%s"}
				spec:
				  action: Create
				  sharedGateway: sample-gateway
				  virtualService:
				    apiVersion: networking.istio.io/v1
				    kind: VirtualService
				    metadata: {name: service-a-virtual-service, labels: {app: service-a}}
				    spec:
				      hosts: ["*"]
				      gateways: [istio-ingress/sample-gateway]
				      http:
				      - match: [{uri: {prefix: /api/v1/service-a/}}]
				        route: [{destination: {host: service-a.service-a.svc.cluster.local, port: {number: 80}}}]
				  baseline: {absent: true}
				  reason: First release of service A
				  author: {username: "%s"}
				""".formatted(UUID.randomUUID(), author));
	}

	/**
	 * Makes a review of a stored change.
	 * @param change the change as the API server returned it
	 * @param verdict the verdict
	 * @param reviewer the reviewer's user name
	 * @return the review
	 */
	public static GenericKubernetesResource review(GenericKubernetesResource change, String verdict, String reviewer) {
		String uid = change.getMetadata().getUid();
		String name = change.getMetadata().getName();
		return parse("""
				apiVersion: sekisho.dev/v1alpha1
				kind: RouteReview
				metadata:
				  name: "%1$s"
				  ownerReferences: [{apiVersion: sekisho.dev/v1alpha1, kind: RouteChange, name: "%2$s", uid: "%1$s"}]
				spec:
				  change: {name: "%2$s", uid: "%1$s", specHash: "%6$s", author: "%3$s"}
				  sharedGateway: {name: sample-gateway, uid: 0a1b2c, generation: 1}
				  verdict: %4$s
				  impact: {hash: "v1:%6$s", entries: []}
				  acknowledged: []
				  reason: OK
				  reviewer: {username: "%5$s"}
				""".formatted(uid, name, change.get("spec", "author", "username"), verdict, reviewer, HASH));
	}

	/**
	 * Makes a shared gateway with claims.
	 * @return the shared gateway
	 */
	public static GenericKubernetesResource sharedGateway() {
		return parse("""
				apiVersion: sekisho.dev/v1alpha1
				kind: SharedGateway
				metadata: {name: another-gateway}
				spec:
				  gateway: {namespace: istio-ingress, name: sample-gateway}
				  frontDoors: [{kind: Ingress, namespace: istio-ingress, name: alb-istio-ingress-gateway}]
				  claims:
				  - {namespaces: [service-a], hosts: ["*"], pathPrefixes: ["/api/v1/{namespace}"]}
				  - {namespaceSelector: {matchLabels: {tier: app}}, hosts: ["*.example.com"], pathPrefixes: [/]}
				  approval: Always
				  delivery: Apply
				  owner: {label: team, contactAnnotation: sekisho.dev/contact}
				  allow: [redirect]
				""");
	}

	/**
	 * Sets one field of an object's tree.
	 * @param object the object
	 * @param value the value
	 * @param path the field's names
	 * @return the object
	 */
	public static GenericKubernetesResource set(GenericKubernetesResource object, Object value, String... path) {
		Map<String, Object> parent = tree(object, path);
		parent.put(path[path.length - 1], value);
		return object;
	}

	/**
	 * Removes one field of an object's tree.
	 * @param object the object
	 * @param path the field's names
	 * @return the object
	 */
	public static GenericKubernetesResource drop(GenericKubernetesResource object, String... path) {
		tree(object, path).remove(path[path.length - 1]);
		return object;
	}

	private static Map<String, Object> tree(GenericKubernetesResource object, String... path) {
		Map<String, Object> parent = object.getAdditionalProperties();
		for (int i = 0; i < path.length - 1; i++) {
			Object child = parent.get(path[i]);
			@SuppressWarnings("unchecked")
			Map<String, Object> map = (Map<String, Object>) child;
			parent = map;
		}
		return parent;
	}

	private static GenericKubernetesResource parse(String yaml) {
		return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
	}

}
