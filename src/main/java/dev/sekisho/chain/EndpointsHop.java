package dev.sekisho.chain;

import java.util.List;
import java.util.Optional;

import dev.sekisho.cluster.ObjectKey;

/**
 * The endpoints of a destination: Envoy sends to those that are ready, and answers 503 if
 * none is.
 */
final class EndpointsHop {

	private final Scene scene;

	private final Destination destination;

	EndpointsHop(Scene scene, Destination destination) {
		this.scene = scene;
		this.destination = destination;
	}

	/**
	 * The hop.
	 * @return the hop; empty where the destination has no endpoints that Kubernetes knows
	 */
	Optional<Hop> hop() {
		ObjectKey key = this.destination.key();
		ServiceFacts service = this.destination.service();
		if (key == null || (service != null && !service.externalName().isEmpty())) {
			return Optional.empty();
		}
		HopBuilder hop = new HopBuilder(HopKind.ENDPOINTS, new ObjectRef("EndpointSlice", key)).onPath(true);
		if (!this.destination.visible()) {
			return Optional.of(hop.unknown("other-namespace"));
		}
		hop.relyOn("EndpointSlices", this.scene.world().slices());
		return Optional.of((service != null) ? present(hop, service) : hop.unknown("not-checked"));
	}

	private Hop present(HopBuilder hop, ServiceFacts service) {
		List<SeenSlice.Endpoint> endpoints = this.scene.world().endpoints(service.key());
		List<SeenPod> pods = this.destination.pods();
		PodList list = PodList.of(pods, (pod) -> false);
		int ready = (int) endpoints.stream().filter(SeenSlice.Endpoint::ready).count();
		hop.pods(list).wire(wire(pods)).fact(Source.ENDPOINT_SLICE, "endpoints", ready + "/" + endpoints.size());
		pods.forEach((pod) -> pod.condition("Ready")
			.ifPresent((condition) -> hop.fact(Source.POD, new ObjectRef("Pod", pod.key()), "Ready", condition.status(),
					condition.since())));
		list.worst().ifPresent((pod) -> PodAdvice.add(hop, pods, pod));
		return counted(hop, service, ready, endpoints.size());
	}

	private Hop counted(HopBuilder hop, ServiceFacts service, int ready, int total) {
		if (total == 0) {
			return hop.advise("no-endpoints", Kubectl.pods(service.key().namespace(), service.selector()))
				.down(Effect.UNAVAILABLE, "none");
		}
		if (ready == 0) {
			return hop.down(Effect.UNAVAILABLE, "none-ready", total);
		}
		return (ready < total) ? hop.degraded(Effect.READY_PODS_ONLY, "some-not-ready", ready, total)
				: hop.healthy("ready", total);
	}

	private String wire(List<SeenPod> pods) {
		return this.destination.port().map((port) -> {
			int number = port.targetNumber(pods);
			return "port " + ((number > 0) ? String.valueOf(number) : port.target());
		}).orElse("");
	}

}
