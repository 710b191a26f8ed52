package dev.sekisho.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;
import dev.sekisho.route.GatewayWorkloads;
import dev.sekisho.route.RawManifest;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.routing.GatewayPods;

/**
 * Objects of the mesh that reach into a shared gateway: a ServiceEntry that takes the
 * host name of another namespace's Service, an EnvoyFilter on the gateway's pods.
 */
@Component
class MeshWrites implements Finder {

	// Istio's default; filters there without a selector apply to every workload.
	private static final String ROOT_NAMESPACE = "istio-system";

	private final WatchCache<Entry> entries;

	private final WatchCache<Filter> filters;

	private final WatchCache<Boolean> services;

	private final GatewayWorkloads workloads;

	MeshWrites(Cluster cluster, GatewayWorkloads workloads) {
		this.entries = cluster.watch(ResourceKind.SERVICE_ENTRY, Entry::of);
		this.filters = cluster.watch(ResourceKind.ENVOY_FILTER, Filter::of);
		this.services = cluster.watch(ResourceKind.SERVICE, (object) -> Boolean.TRUE);
		this.workloads = workloads;
	}

	@Override
	public Stream<Found> on(SharedGateway gateway) {
		GatewayPods pods = this.workloads.of(gateway).pods();
		Stream<Found> taken = this.entries.snapshot()
			.items()
			.entrySet()
			.stream()
			.flatMap((entry) -> entry.getValue()
				.hosts()
				.stream()
				.filter((host) -> ofAnother(host, entry.getKey().namespace()))
				.map((host) -> new Found(Way.SERVICE_ENTRY, ResourceKind.SERVICE_ENTRY, entry.getKey(),
						entry.getValue().resourceVersion(), host)));
		Stream<Found> filtered = this.filters.snapshot()
			.items()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().appliesTo(entry.getKey().namespace(), pods))
			.map((entry) -> new Found(Way.ENVOY_FILTER, ResourceKind.ENVOY_FILTER, entry.getKey(),
					entry.getValue().resourceVersion(), ""));
		return Stream.concat(taken, filtered);
	}

	private boolean ofAnother(String host, String namespace) {
		String[] labels = host.split("\\.", 4);
		return labels.length > 2 && labels[2].equals("svc") && !labels[1].equals(namespace)
				&& this.services.snapshot().find(new ObjectKey(labels[1], labels[0])).isPresent();
	}

	/**
	 * What is kept of a ServiceEntry.
	 *
	 * @param resourceVersion its version
	 * @param hosts its hosts
	 */
	private record Entry(String resourceVersion, List<String> hosts) {

		static Entry of(GenericKubernetesResource object) {
			List<String> hosts = new ArrayList<>();
			RawManifest.tree(object).path("spec").path("hosts").forEach((host) -> hosts.add(host.asText()));
			return new Entry(object.getMetadata().getResourceVersion(), List.copyOf(hosts));
		}

	}

	/**
	 * What is kept of an EnvoyFilter.
	 *
	 * @param resourceVersion its version
	 * @param selector the labels of the pods it is for; {@code null} for all
	 */
	private record Filter(String resourceVersion, @Nullable Map<String, String> selector) {

		static Filter of(GenericKubernetesResource object) {
			JsonNode spec = RawManifest.tree(object).path("spec");
			JsonNode labels = spec.path("workloadSelector").path("labels");
			Map<String, String> selector = new HashMap<>();
			labels.properties().forEach((entry) -> selector.put(entry.getKey(), entry.getValue().asText()));
			return new Filter(object.getMetadata().getResourceVersion(), selector.isEmpty() ? null : selector);
		}

		boolean appliesTo(String namespace, GatewayPods pods) {
			boolean near = namespace.equals(pods.namespace()) || namespace.equals(ROOT_NAMESPACE);
			return near && (this.selector == null || pods.labels().entrySet().containsAll(this.selector.entrySet()));
		}

	}

}
