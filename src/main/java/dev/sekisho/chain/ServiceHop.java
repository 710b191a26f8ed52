package dev.sekisho.chain;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * The Service of a destination. Envoy doesn't pass it: it only tells the endpoints.
 */
final class ServiceHop {

	private final Scene scene;

	private final Destination destination;

	ServiceHop(Scene scene, Destination destination) {
		this.scene = scene;
		this.destination = destination;
	}

	Hop hop() {
		ObjectKey key = this.destination.key();
		HopBuilder hop = new HopBuilder(HopKind.SERVICE,
				new ObjectRef((key != null) ? "Service" : "Host", (key != null) ? key : hostKey()));
		hop.wire((this.destination.written().port() > 0) ? "port " + this.destination.written().port() : "");
		if (key == null) {
			return host(hop);
		}
		if (!this.destination.visible()) {
			return hop.unknown("other-namespace");
		}
		hop.relyOn("Services", this.scene.world().services());
		ServiceFacts service = this.destination.service();
		if (service == null) {
			return hop.advise("create-service", "kubectl -n " + key.namespace() + " get services")
				.advise("point-elsewhere", null)
				.advise("delete-route", null)
				.down(Effect.UNAVAILABLE, "missing", key.namespace());
		}
		return present(hop, service);
	}

	private ObjectKey hostKey() {
		return new ObjectKey("", this.destination.written().host());
	}

	// What looks like a shortened Service name is the usual mistake: Istio completes only
	// names without a dot.
	private Hop host(HopBuilder hop) {
		String host = this.destination.written().host();
		hop.fact(Source.VIRTUAL_SERVICE, "destination.host", host);
		String full = shortened(host);
		if (full != null) {
			return hop.advise("full-name", null, full).down(Effect.UNAVAILABLE, "short-host", full);
		}
		if (!this.destination.known()) {
			return hop.advise("point-elsewhere", null).down(Effect.UNAVAILABLE, "host-unknown");
		}
		return hop.unknown("external-host");
	}

	private @Nullable String shortened(String host) {
		String[] labels = host.split("\\.", -1);
		if (labels.length < 2 || labels.length > 3 || (labels.length == 3 && !"svc".equals(labels[2]))) {
			return null;
		}
		ObjectKey key = new ObjectKey(labels[1], labels[0]);
		boolean exists = this.scene.subject().visible().test(key.namespace())
				&& this.scene.world().services().items().containsKey(key);
		return exists ? labels[0] + "." + labels[1] + ".svc." + ChainResolver.CLUSTER_DOMAIN : null;
	}

	private Hop present(HopBuilder hop, ServiceFacts service) {
		hop.fact(Source.SERVICE, "spec.type", service.type());
		if (!service.externalName().isEmpty()) {
			return hop.fact(Source.SERVICE, "spec.externalName", service.externalName())
				.unknown("external-name", service.externalName());
		}
		hop.fact(Source.SERVICE, "spec.selector", Labels.text(service.selector()));
		service.ports()
			.forEach((port) -> hop.fact(Source.SERVICE, "spec.ports", port.number() + " → " + port.target()));
		ServiceFacts.Port port = this.destination.port().orElse(null);
		if (port == null) {
			String ports = service.ports().stream().map((other) -> String.valueOf(other.number())).toList().toString();
			return hop.states("spec.ports", ports)
				.advise("service-port", Kubectl.yaml("service", service.key()))
				.down(Effect.UNAVAILABLE, "port-missing", this.destination.written().port(), ports);
		}
		hop.wire("port " + port.number());
		return selection(hop, service, port);
	}

	private Hop selection(HopBuilder hop, ServiceFacts service, ServiceFacts.Port port) {
		if (service.selector().isEmpty()) {
			return hop.healthy("no-selector", port.number());
		}
		if (!this.scene.world().pods().freshness().live()) {
			return hop.healthy("port-exists", port.number());
		}
		if (this.destination.pods().isEmpty()) {
			return hop.states("spec.selector", Labels.text(service.selector()))
				.advise("compare-labels", Kubectl.pods(service.key().namespace(), service.selector()))
				.degraded(Effect.UNAVAILABLE, "selects-nothing", Labels.text(service.selector()));
		}
		if (port.targetNumber(this.destination.pods()) == 0) {
			return hop.states("spec.ports.targetPort", port.target())
				.advise("target-port", Kubectl.yaml("service", service.key()))
				.down(Effect.UNAVAILABLE, "target-port-unknown", port.target());
		}
		return hop.healthy("selects", port.number());
	}

}
