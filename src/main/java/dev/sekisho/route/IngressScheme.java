package dev.sekisho.route;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * What an Ingress says about how its load balancer is reached.
 *
 * @param scheme the value of {@code alb.ingress.kubernetes.io/scheme}; empty if absent
 * @param firewall whether a web application firewall stands before it
 * @param redirectPort the port to which plain HTTP is redirected; 0 if it isn't
 * @param member the Ingress as a member of its group
 */
record IngressScheme(String scheme, boolean firewall, int redirectPort, AlbIngress member) {

	private static final String PREFIX = AlbIngress.PREFIX;

	/**
	 * Where it listens.
	 * @return the listeners; empty if that can't be read
	 */
	List<AlbListener> listeners() {
		return this.member.listeners();
	}

	static IngressScheme of(GenericKubernetesResource object) {
		Map<String, String> annotations = object.getMetadata().getAnnotations();
		return of((annotations != null) ? annotations : Map.of(), AlbIngress.of(object));
	}

	private static IngressScheme of(Map<String, String> annotations, AlbIngress member) {
		boolean firewall = Stream.of("wafv2-acl-arn", "waf-acl-id")
			.anyMatch((name) -> !annotations.getOrDefault(PREFIX + name, "").isBlank());
		return new IngressScheme(annotations.getOrDefault(PREFIX + "scheme", ""), firewall,
				AlbListener.port(annotations.getOrDefault(PREFIX + "ssl-redirect", "")), member);
	}

}
