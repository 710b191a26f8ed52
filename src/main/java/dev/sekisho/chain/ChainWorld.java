package dev.sekisho.chain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.Snapshot;

/**
 * What is known of the cluster at one moment, as far as chains depend on it. Immutable.
 *
 * @param ingresses Ingresses
 * @param ingressClasses their classes
 * @param targetGroups TargetGroupBindings
 * @param services Services
 * @param slices EndpointSlices
 * @param pods pods
 * @param gateways Istio's Gateways
 * @param events events about Ingresses
 */
record ChainWorld(Snapshot<SeenIngress> ingresses, Snapshot<SeenIngressClass> ingressClasses,
		Snapshot<SeenTargetGroup> targetGroups, Snapshot<ServiceFacts> services, Snapshot<SeenSlice> slices,
		Snapshot<SeenPod> pods, Snapshot<SeenGateway> gateways, Snapshot<SeenEvent> events) {

	/**
	 * The endpoints of a Service.
	 * @param service the Service
	 * @return its endpoints, from all its slices
	 */
	List<SeenSlice.Endpoint> endpoints(ObjectKey service) {
		return this.slices.items()
			.values()
			.stream()
			.filter((slice) -> slice.service().equals(service))
			.flatMap((slice) -> slice.endpoints().stream())
			.toList();
	}

	List<SeenPod> selectedBy(ServiceFacts service) {
		return this.pods.items().values().stream().filter(service::selects).sorted(SeenPod.BY_KEY).toList();
	}

	List<SeenPod> selectedBy(SeenGateway gateway) {
		return this.pods.items()
			.values()
			.stream()
			.filter((pod) -> Labels.select(gateway.selector(), pod.labels()))
			.sorted(SeenPod.BY_KEY)
			.toList();
	}

	/**
	 * Until when all of it is known to be current.
	 * @return the oldest time; {@code null} if nothing was read yet
	 */
	@Nullable Instant asOf() {
		return Stream.of(this.ingresses, this.services, this.slices, this.pods, this.gateways)
			.map(Snapshot::freshness)
			.map(Freshness::asOf)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

}
