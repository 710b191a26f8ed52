package dev.sekisho.chain;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an Ingress says about its ALB, written out: with the defaults that apply where an
 * annotation is absent.
 */
final class AlbFacts {

	private AlbFacts() {
	}

	static Map<String, String> of(SeenIngress ingress) {
		AlbSettings alb = ingress.alb();
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("spec.ingressClassName", ingress.ingressClass());
		facts.put("status.loadBalancer.ingress[0].hostname", ingress.hostname());
		facts.put("group.name", alb.group());
		facts.put("scheme", alb.scheme());
		facts.put("target-type", alb.targetType());
		facts.put("listeners", String.join(", ", alb.listeners()));
		facts.put("healthcheck", alb.healthCheckPort() + " " + alb.healthCheckPath());
		facts.put("certificate-arn", alb.annotations().getOrDefault("certificate-arn", ""));
		facts.put("ssl-policy", alb.annotations().getOrDefault("ssl-policy", ""));
		facts.put("wafv2-acl-arn", alb.annotations().getOrDefault("wafv2-acl-arn", ""));
		facts.values().removeIf(String::isEmpty);
		return facts;
	}

}
