package dev.sekisho.chain;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;

/**
 * The watch caches that chains are resolved from. Started once, with the application.
 *
 * @param ingresses Ingresses
 * @param ingressClasses their classes
 * @param targetGroups TargetGroupBindings
 * @param services Services
 * @param slices EndpointSlices
 * @param pods pods
 * @param gateways Istio's Gateways
 * @param events events about Ingresses
 * @param pushes what istiod said of the proxies last
 * @param last the world that was asked for last
 */
record ChainCaches(WatchCache<SeenIngress> ingresses, WatchCache<SeenIngressClass> ingressClasses,
		WatchCache<SeenTargetGroup> targetGroups, WatchCache<ServiceFacts> services, WatchCache<SeenSlice> slices,
		WatchCache<SeenPod> pods, WatchCache<SeenGateway> gateways, WatchCache<SeenEvent> events, PushBoard pushes,
		AtomicReference<@Nullable ChainWorld> last) {

	static ChainCaches watch(Cluster cluster) {
		return new ChainCaches(cluster.watch(ResourceKind.INGRESS, SeenIngress::of),
				cluster.watch(ResourceKind.INGRESS_CLASS, SeenIngressClass::of),
				cluster.watch(ResourceKind.TARGET_GROUP_BINDING, SeenTargetGroup::of),
				cluster.watch(ResourceKind.SERVICE, ServiceFacts::of),
				cluster.watch(ResourceKind.ENDPOINT_SLICE, SeenSlice::of), cluster.watch(ResourceKind.POD, SeenPod::of),
				cluster.watch(ResourceKind.GATEWAY, SeenGateway::of),
				cluster.watch(ResourceKind.INGRESS_EVENT, SeenEvent::of), new PushBoard(), new AtomicReference<>());
	}

	ChainWorld world() {
		ChainWorld world = new ChainWorld(this.ingresses.snapshot(), this.ingressClasses.snapshot(),
				this.targetGroups.snapshot(), this.services.snapshot(), this.slices.snapshot(), this.pods.snapshot(),
				this.gateways.snapshot(), this.events.snapshot(), this.pushes.latest());
		ChainWorld earlier = this.last.get();
		ChainWorld now = (earlier != null) ? world.after(earlier) : world;
		this.last.set(now);
		return now;
	}

	List<WatchCache<?>> all() {
		return List.of(this.ingresses, this.ingressClasses, this.targetGroups, this.services, this.slices, this.pods,
				this.gateways, this.events);
	}

}
