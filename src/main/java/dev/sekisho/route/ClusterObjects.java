package dev.sekisho.route;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;

/**
 * The watch caches from which this module answers. Started once, with the application.
 *
 * @param sharedGateways the SharedGateways, readable or not
 * @param gateways the Gateways
 * @param virtualServices the VirtualServices
 * @param destinationRules the DestinationRules
 * @param serviceEntries the ServiceEntries
 * @param services the Services
 * @param endpoints the EndpointSlices
 * @param pods the pods
 * @param namespaces the Namespaces
 * @param ingresses the Ingresses
 * @param poisons what in the VirtualServices Envoy refuses
 */
record ClusterObjects(WatchCache<SharedGatewayReading> sharedGateways, WatchCache<Map<String, Object>> gateways,
		WatchCache<VirtualServiceRecord> virtualServices, WatchCache<Map<String, Object>> destinationRules,
		WatchCache<Map<String, Object>> serviceEntries, WatchCache<ServiceObject> services,
		WatchCache<EndpointCount> endpoints, WatchCache<Map<String, String>> pods, WatchCache<NamespaceMeta> namespaces,
		WatchCache<IngressScheme> ingresses, WatchCache<Poison> poisons) {

	static ClusterObjects watch(Cluster cluster) {
		return new ClusterObjects(cluster.watch(ResourceKind.SHARED_GATEWAY, SharedGatewayReading::of),
				cluster.watch(ResourceKind.GATEWAY, RawManifest::of),
				cluster.watch(ResourceKind.VIRTUAL_SERVICE, VirtualServiceRecord::of),
				cluster.watch(ResourceKind.DESTINATION_RULE, RawManifest::of),
				cluster.watch(ResourceKind.SERVICE_ENTRY, RawManifest::of),
				cluster.watch(ResourceKind.SERVICE, ServiceObject::of),
				cluster.watch(ResourceKind.ENDPOINT_SLICE, EndpointCount::of),
				cluster.watch(ResourceKind.POD, ClusterObjects::labels),
				cluster.watch(ResourceKind.NAMESPACE, NamespaceMeta::of),
				cluster.watch(ResourceKind.INGRESS, IngressScheme::of),
				cluster.watch(ResourceKind.VIRTUAL_SERVICE, Poison::of));
	}

	/**
	 * The caches a route table is built from.
	 * @return the caches, without those that only tell how destinations fare
	 */
	List<WatchCache<?>> routing() {
		return List.of(this.sharedGateways, this.gateways, this.virtualServices, this.destinationRules,
				this.serviceEntries, this.services, this.pods);
	}

	private static Map<String, String> labels(GenericKubernetesResource object) {
		Map<String, String> labels = object.getMetadata().getLabels();
		return (labels != null) ? Map.copyOf(labels) : Map.of();
	}

}
