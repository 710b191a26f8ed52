package dev.sekisho.chain;

import java.util.stream.Collectors;

import dev.sekisho.cluster.ObjectKey;

/**
 * The Service of the ingress gateway. With targets of type ip the ALB doesn't pass it: it
 * only selects the pods.
 */
final class GatewayServiceHop {

	private final Scene scene;

	GatewayServiceHop(Scene scene) {
		this.scene = scene;
	}

	Hop hop() {
		ServiceFacts service = this.scene.service();
		return (service != null) ? present(service) : absent();
	}

	private Hop absent() {
		ObjectKey gateway = this.scene.subject().gateway().gateway();
		return this.scene.doors()
			.stream()
			.map(Door::service)
			.filter((key) -> key != null)
			.findFirst()
			.map((key) -> builder(key).advise("create-service", "kubectl -n " + key.namespace() + " get services")
				.down(Effect.NONE_ARRIVES, "missing"))
			.orElseGet(() -> builder(new ObjectKey(gateway.namespace(), "")).unknown("not-found"));
	}

	private Hop present(ServiceFacts service) {
		HopBuilder hop = builder(service.key());
		boolean ip = this.scene.ipTargets();
		hop.wire(ip ? "target-type ip" : this.scene.port().map((port) -> "port " + port.number()).orElse(""))
			.fact(Source.SERVICE, "spec.type", service.type())
			.fact(Source.SERVICE, "spec.selector", Labels.text(service.selector()));
		if (this.scene.port().isEmpty() && !this.scene.doors().isEmpty()) {
			String port = this.scene.doors().get(0).port();
			return hop
				.states("spec.ports",
						service.ports()
							.stream()
							.map((own) -> String.valueOf(own.number()))
							.collect(Collectors.joining(", ")))
				.advise("service-port", Kubectl.yaml("service", service.key()))
				.down(Effect.NONE_ARRIVES, "port-missing", port);
		}
		if (this.scene.world().pods().freshness().live() && this.scene.pods().isEmpty()) {
			return hop.states("spec.selector", Labels.text(service.selector()))
				.advise("compare-labels", Kubectl.pods(service.key().namespace(), service.selector()))
				.degraded(Effect.NONE_ARRIVES, "selects-nothing", Labels.text(service.selector()));
		}
		return type(hop, service, ip);
	}

	private Hop type(HopBuilder hop, ServiceFacts service, boolean ip) {
		boolean behindAlb = !this.scene.doors().isEmpty();
		if (behindAlb && "LoadBalancer".equals(service.type())) {
			hop.fact(Source.SERVICE, "status.loadBalancer", service.balancer());
			return hop.states("spec.type", service.type())
				.advise("service-type", Kubectl.serviceType(service.key(), ip ? "ClusterIP" : "NodePort"),
						ip ? "ClusterIP" : "NodePort")
				.degraded(Effect.PASS_AT_RISK, "second-balancer");
		}
		if (behindAlb && !ip && "ClusterIP".equals(service.type())) {
			return hop.states("spec.type", service.type())
				.advise("service-type", Kubectl.serviceType(service.key(), "NodePort"), "NodePort")
				.down(Effect.NONE_ARRIVES, "needs-node-port");
		}
		if (!this.scene.world().pods().freshness().live()) {
			return hop.healthy("found");
		}
		long ready = this.scene.pods().stream().filter(SeenPod::ready).count();
		return ip ? hop.healthy("selects", ready)
				: hop.healthy("forwards", ready, this.scene.port().map(ServiceFacts.Port::nodePort).orElse(0));
	}

	private HopBuilder builder(ObjectKey key) {
		return new HopBuilder(HopKind.GATEWAY_SERVICE, new ObjectRef("Service", key))
			.relyOn("Services", this.scene.world().services())
			.onPath(!this.scene.ipTargets());
	}

}
