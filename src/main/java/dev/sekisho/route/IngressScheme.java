package dev.sekisho.route;

import java.util.Map;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * What an Ingress says about where its load balancer can be reached from.
 *
 * @param scheme the value of {@code alb.ingress.kubernetes.io/scheme}; empty if absent
 * @param firewall whether a web application firewall stands before it
 */
record IngressScheme(String scheme, boolean firewall) {

	private static final String PREFIX = "alb.ingress.kubernetes.io/";

	static IngressScheme of(GenericKubernetesResource object) {
		Map<String, String> annotations = object.getMetadata().getAnnotations();
		return (annotations != null) ? of(annotations) : new IngressScheme("", false);
	}

	private static IngressScheme of(Map<String, String> annotations) {
		boolean firewall = Stream.of("wafv2-acl-arn", "waf-acl-id")
			.anyMatch((name) -> !annotations.getOrDefault(PREFIX + name, "").isBlank());
		return new IngressScheme(annotations.getOrDefault(PREFIX + "scheme", ""), firewall);
	}

}
