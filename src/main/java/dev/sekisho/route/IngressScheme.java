package dev.sekisho.route;

import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * What an Ingress says about where its load balancer can be reached from.
 *
 * @param scheme the value of {@code alb.ingress.kubernetes.io/scheme}; empty if absent
 */
record IngressScheme(String scheme) {

	private static final String ANNOTATION = "alb.ingress.kubernetes.io/scheme";

	static IngressScheme of(GenericKubernetesResource object) {
		Map<String, String> annotations = object.getMetadata().getAnnotations();
		return new IngressScheme((annotations != null) ? annotations.getOrDefault(ANNOTATION, "") : "");
	}

}
