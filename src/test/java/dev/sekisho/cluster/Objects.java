package dev.sekisho.cluster;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;

/**
 * Objects that tests write.
 */
final class Objects {

	/** A kind that no cluster serves until a test installs it. */
	static final ResourceKind LANTERN = new ResourceKind("test.sekisho.dev", java.util.List.of("v2", "v1"), "Lantern",
			"lanterns", false);

	static final ResourceKind DEFINITION = new ResourceKind("apiextensions.k8s.io", java.util.List.of("v1"),
			"CustomResourceDefinition", "customresourcedefinitions", false);

	static final ResourceKind CLUSTER_ROLE = rbac("ClusterRole", "clusterroles");

	static final ResourceKind CLUSTER_ROLE_BINDING = rbac("ClusterRoleBinding", "clusterrolebindings");

	private Objects() {
	}

	private static ResourceKind rbac(String kind, String plural) {
		return new ResourceKind("rbac.authorization.k8s.io", java.util.List.of("v1"), kind, plural, false);
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

	static GenericKubernetesResource lantern(String name) {
		return yaml("""
				apiVersion: test.sekisho.dev/v1
				kind: Lantern
				metadata: {name: "%s"}
				""".formatted(name));
	}

	static GenericKubernetesResource lanternDefinition() {
		return yaml("""
				apiVersion: apiextensions.k8s.io/v1
				kind: CustomResourceDefinition
				metadata: {name: lanterns.test.sekisho.dev}
				spec:
				  group: test.sekisho.dev
				  scope: Cluster
				  names: {kind: Lantern, listKind: LanternList, plural: lanterns, singular: lantern}
				  versions:
				  - name: v1
				    served: true
				    storage: true
				    schema:
				      openAPIV3Schema:
				        type: object
				        properties:
				          spec: {type: object, x-kubernetes-preserve-unknown-fields: true}
				""");
	}

	static GenericKubernetesResource role(String name, String resource) {
		return yaml("""
				apiVersion: rbac.authorization.k8s.io/v1
				kind: ClusterRole
				metadata: {name: "%s"}
				rules:
				- {apiGroups: ["", test.sekisho.dev], resources: ["%s"], verbs: [get, list, watch]}
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
