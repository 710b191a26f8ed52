package dev.sekisho.guard;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;
import dev.sekisho.route.GatewayWorkloads;
import dev.sekisho.route.RawManifest;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.SharedGateways;

/**
 * Gateways other than a shared gateway's own whose selector takes in its pods. One
 * without a selector is taken by every gateway pod.
 */
@Component
class GatewayWrites implements Finder {

	private final WatchCache<Selector> gateways;

	private final GatewayWorkloads workloads;

	private final SharedGateways sharedGateways;

	GatewayWrites(Cluster cluster, GatewayWorkloads workloads, SharedGateways sharedGateways) {
		this.gateways = cluster.watch(ResourceKind.GATEWAY, Selector::of);
		this.workloads = workloads;
		this.sharedGateways = sharedGateways;
	}

	@Override
	public Stream<Found> on(SharedGateway gateway) {
		Map<String, String> labels = this.workloads.of(gateway).pods().labels();
		return this.gateways.snapshot()
			.items()
			.entrySet()
			.stream()
			.filter((entry) -> labels.entrySet().containsAll(entry.getValue().labels().entrySet()))
			.filter((entry) -> this.sharedGateways.all()
				.stream()
				.noneMatch((one) -> one.gateway().equals(entry.getKey())))
			.map((entry) -> new Found(Way.GATEWAY, ResourceKind.GATEWAY, entry.getKey(),
					entry.getValue().resourceVersion(), entry.getValue().text()));
	}

	/**
	 * What is kept of a Gateway.
	 *
	 * @param resourceVersion its version
	 * @param labels the labels of the pods it selects
	 */
	private record Selector(String resourceVersion, Map<String, String> labels) {

		static Selector of(GenericKubernetesResource object) {
			JsonNode selector = RawManifest.tree(object).path("spec").path("selector");
			Map<String, String> labels = new TreeMap<>();
			selector.properties().forEach((entry) -> labels.put(entry.getKey(), entry.getValue().asText()));
			return new Selector(object.getMetadata().getResourceVersion(), labels);
		}

		String text() {
			return this.labels.entrySet()
				.stream()
				.map((entry) -> entry.getKey() + "=" + entry.getValue())
				.collect(Collectors.joining(", "));
		}

	}

}
