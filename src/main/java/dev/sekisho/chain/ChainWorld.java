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
 * @param slicesOf the EndpointSlices by their Service
 * @param podsIn the pods by their namespace
 * @param pushes what istiod says of the proxies
 */
record ChainWorld(Snapshot<SeenIngress> ingresses, Snapshot<SeenIngressClass> ingressClasses,
		Snapshot<SeenTargetGroup> targetGroups, Snapshot<ServiceFacts> services, Snapshot<SeenSlice> slices,
		Snapshot<SeenPod> pods, Snapshot<SeenGateway> gateways, Snapshot<SeenEvent> events,
		Lookup<ObjectKey, SeenSlice> slicesOf, Lookup<String, SeenPod> podsIn, Pushes pushes) {

	ChainWorld(Snapshot<SeenIngress> ingresses, Snapshot<SeenIngressClass> ingressClasses,
			Snapshot<SeenTargetGroup> targetGroups, Snapshot<ServiceFacts> services, Snapshot<SeenSlice> slices,
			Snapshot<SeenPod> pods, Snapshot<SeenGateway> gateways, Snapshot<SeenEvent> events, Pushes pushes) {
		this(ingresses, ingressClasses, targetGroups, services, slices, pods, gateways, events,
				new Lookup<>(slices, SeenSlice::service), new Lookup<>(pods, (pod) -> pod.key().namespace()), pushes);
	}

	/**
	 * The same world, with what was looked up in an earlier one where nothing changed.
	 * @param earlier the earlier world
	 * @return the world
	 */
	ChainWorld after(ChainWorld earlier) {
		return new ChainWorld(this.ingresses, this.ingressClasses, this.targetGroups, this.services, this.slices,
				this.pods, this.gateways, this.events, this.slicesOf.after(earlier.slicesOf),
				this.podsIn.after(earlier.podsIn), this.pushes);
	}

	/**
	 * Tells whether anything has changed.
	 * @return the same for the same content and freshness
	 */
	List<Object> version() {
		Stream<Object> snapshots = Stream
			.<Snapshot<?>>of(this.ingresses, this.ingressClasses, this.targetGroups, this.services, this.slices,
					this.pods, this.gateways, this.events)
			.map((snapshot) -> List.of(snapshot.version(), snapshot.freshness().state()));
		return Stream.concat(snapshots, Stream.of(this.pushes.routes())).toList();
	}

	/**
	 * The endpoints of a Service.
	 * @param service the Service
	 * @return its endpoints, from all its slices
	 */
	List<SeenSlice.Endpoint> endpoints(ObjectKey service) {
		return this.slicesOf.of(service).stream().flatMap((slice) -> slice.endpoints().stream()).toList();
	}

	List<SeenPod> selectedBy(ServiceFacts service) {
		return this.podsIn.of(service.key().namespace())
			.stream()
			.filter(service::selects)
			.sorted(SeenPod.BY_KEY)
			.toList();
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
