package dev.sekisho.cluster;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;

/**
 * Objects that tests write.
 */
final class Objects {

	static final ResourceKind LANTERN = lanterns("any");

	static final ResourceKind DEFINITION = new ResourceKind("apiextensions.k8s.io", List.of("v1"),
			"CustomResourceDefinition", "customresourcedefinitions", false);

	static final ResourceKind CLUSTER_ROLE = rbac("ClusterRole", "clusterroles", false);

	static final ResourceKind CLUSTER_ROLE_BINDING = rbac("ClusterRoleBinding", "clusterrolebindings", false);

	static final ResourceKind ROLE = rbac("Role", "roles", true);

	static final ResourceKind ROLE_BINDING = rbac("RoleBinding", "rolebindings", true);

	private Objects() {
	}

	private static ResourceKind rbac(String kind, String plural, boolean namespaced) {
		return new ResourceKind("rbac.authorization.k8s.io", List.of("v1"), kind, plural, namespaced);
	}

	/**
	 * A kind that no cluster serves until a test installs its definition.
	 * @param group the beginning of its group
	 * @return the kind, of which v2 will never be served
	 */
	static ResourceKind lanterns(String group) {
		return new ResourceKind(group + ".test.sekisho.dev", List.of("v2", "v1"), "Lantern", "lanterns", false);
	}

	static GenericKubernetesResource yaml(String yaml) {
		return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
	}

	static GenericKubernetesResource json(String json) {
		try {
			return RawJson.MAPPER.readValue(json, GenericKubernetesResource.class);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	static GenericKubernetesResource configMap(String name, String value) {
		return yaml("""
				apiVersion: v1
				kind: ConfigMap
				metadata: {namespace: service-a, name: "%s"}
				data: {value: "%s"}
				""".formatted(name, value));
	}

	static String value(GenericKubernetesResource configMap) {
		Object data = configMap.getAdditionalProperties().get("data");
		return (data instanceof Map<?, ?> map && map.get("value") instanceof String text) ? text : "";
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> spec(GenericKubernetesResource object) {
		return (Map<String, Object>) object.getAdditionalProperties().get("spec");
	}

	static GenericKubernetesResource virtualService(String name) {
		return yaml("""
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {name: "%s"}
				spec:
				  hosts: ["*"]
				  gateways: [istio-ingress/sample-gateway]
				  http:
				  - match: [{uri: {prefix: /api/v1/service-a/}}]
				    route: [{destination: {host: service-a.service-a.svc.cluster.local, port: {number: 80}}}]
				""".formatted(name));
	}

	static GenericKubernetesResource lantern(ResourceKind kind, String name) {
		return yaml("""
				apiVersion: %s/v1
				kind: Lantern
				metadata: {name: "%s"}
				""".formatted(kind.group(), name));
	}

	static GenericKubernetesResource definition(ResourceKind kind) {
		return yaml("""
				apiVersion: apiextensions.k8s.io/v1
				kind: CustomResourceDefinition
				metadata: {name: lanterns.%1$s}
				spec:
				  group: %1$s
				  scope: Cluster
				  names: {kind: Lantern, listKind: LanternList, plural: lanterns, singular: lantern}
				  versions:
				  - name: v1
				    served: true
				    storage: true
				    deprecated: true
				    deprecationWarning: lanterns in v1 are "old", use v2
				    schema:
				      openAPIV3Schema:
				        type: object
				        properties:
				          spec: {type: object, x-kubernetes-preserve-unknown-fields: true}
				""".formatted(kind.group()));
	}

	static GenericKubernetesResource role(String name, String resource) {
		return yaml("""
				apiVersion: rbac.authorization.k8s.io/v1
				kind: ClusterRole
				metadata: {name: "%s"}
				rules:
				- {apiGroups: ["", any.test.sekisho.dev], resources: ["%s"], verbs: [get, list, watch]}
				""".formatted(name, resource));
	}

	static GenericKubernetesResource binding(String role, String user) {
		return yaml("""
				apiVersion: rbac.authorization.k8s.io/v1
				kind: ClusterRoleBinding
				metadata: {name: "%1$s"}
				roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "%1$s"}
				subjects:
				- {apiGroup: rbac.authorization.k8s.io, kind: User, name: "%2$s"}
				""".formatted(role, user));
	}

}
