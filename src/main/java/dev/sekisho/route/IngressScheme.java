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
 * @param listeners where it listens; empty if that can't be read
 * @param redirectPort the port to which plain HTTP is redirected; 0 if it isn't
 */
record IngressScheme(String scheme, boolean firewall, List<AlbListener> listeners, int redirectPort) {

	private static final String PREFIX = "alb.ingress.kubernetes.io/";

	IngressScheme {
		listeners = List.copyOf(listeners);
	}

	static IngressScheme of(GenericKubernetesResource object) {
		Map<String, String> annotations = object.getMetadata().getAnnotations();
		return of((annotations != null) ? annotations : Map.of());
	}

	private static IngressScheme of(Map<String, String> annotations) {
		boolean firewall = Stream.of("wafv2-acl-arn", "waf-acl-id")
			.anyMatch((name) -> !annotations.getOrDefault(PREFIX + name, "").isBlank());
		return new IngressScheme(annotations.getOrDefault(PREFIX + "scheme", ""), firewall,
				AlbListener.of(annotations.get(PREFIX + "listen-ports"),
						!annotations.getOrDefault(PREFIX + "certificate-arn", "").isBlank()),
				AlbListener.port(annotations.getOrDefault(PREFIX + "ssl-redirect", "")));
	}

}
