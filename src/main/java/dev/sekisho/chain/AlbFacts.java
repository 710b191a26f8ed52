package dev.sekisho.chain;

import java.util.List;

/**
 * What an Ingress says about its ALB, with the defaults that apply where an annotation is
 * absent, and what that means.
 */
final class AlbFacts {

	private final SeenIngress ingress;

	private final AlbSettings alb;

	AlbFacts(SeenIngress ingress) {
		this.ingress = ingress;
		this.alb = ingress.alb();
	}

	/**
	 * Adds the facts to the load balancer's hop.
	 * @param hop the hop
	 * @param members how many Ingresses share the ALB
	 */
	void tell(HopBuilder hop, int members) {
		setting(hop, "spec.ingressClassName", this.ingress.ingressClass(), "class");
		setting(hop, "status.loadBalancer.ingress[0].hostname", this.ingress.hostname(), "address");
		group(hop, members);
		setting(hop, "scheme", this.alb.scheme(), this.alb.internetFacing() ? "internet-facing" : "internal");
		setting(hop, "target-type", this.alb.targetType(), this.alb.ipTargets() ? "ip" : "instance");
		listeners(hop);
		setting(hop, "healthcheck", this.alb.healthCheckPort() + " " + this.alb.healthCheckPath(), "healthcheck");
		tls(hop);
		String firewall = this.alb.firewall() ? this.alb.get("wafv2-acl-arn", this.alb.get("waf-acl-id", "")) : "–";
		setting(hop, "wafv2-acl-arn", firewall, this.alb.firewall() ? "firewall" : "no-firewall");
		setting(hop, "dry-run-plan", this.alb.get("dry-run-plan", ""), "dry-run");
	}

	private void group(HopBuilder hop, int members) {
		if (this.alb.group().isEmpty()) {
			return;
		}
		hop.setting(Source.INGRESS, "group.name", this.alb.group(), "group", members);
		hop.setting(Source.INGRESS, "group.order", String.valueOf(this.ingress.member().order()), "order");
	}

	private void listeners(HopBuilder hop) {
		boolean written = !this.alb.get("listen-ports", "").isEmpty();
		String meaning = written ? "listeners" : (this.alb.certificate() ? "https-only" : "http-only");
		setting(hop, "listen-ports", String.join(", ", this.alb.listeners()), meaning);
		setting(hop, "ssl-redirect", this.alb.get("ssl-redirect", ""), "redirect");
	}

	private void tls(HopBuilder hop) {
		if (this.alb.listeners().stream().noneMatch((listener) -> listener.startsWith("HTTPS"))) {
			return;
		}
		List<String> certificates = this.alb.certificates();
		if (certificates.isEmpty()) {
			setting(hop, "certificate-arn", "–", "discovered");
		}
		certificates.forEach((certificate) -> setting(hop, "certificate-arn", certificate, "certificate"));
		String policy = this.alb.get("ssl-policy", "");
		setting(hop, "ssl-policy", policy.isEmpty() ? "–" : policy, policy.isEmpty() ? "default-policy" : "policy");
	}

	private static void setting(HopBuilder hop, String field, String value, String meaning) {
		if (!value.isEmpty()) {
			hop.setting(Source.INGRESS, field, value, meaning);
		}
	}

}
