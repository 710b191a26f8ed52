package dev.sekisho.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.Snapshot;
import dev.sekisho.cluster.WatchCache;
import dev.sekisho.routing.GatewayPods;
import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.RoutingWorld;

/**
 * Builds route tables from what the watch caches hold.
 */
@Component
class TableBuilder {

	private static final Logger logger = LoggerFactory.getLogger(TableBuilder.class);

	private final ClusterObjects objects;

	private final SharedGateways sharedGateways;

	private final GatewayWorkloads workloads;

	private final MeshConfiguration mesh;

	private final AtomicLong versions = new AtomicLong();

	private Map<String, List<Object>> sources = Map.of();

	TableBuilder(ClusterObjects objects, SharedGateways sharedGateways, GatewayWorkloads workloads,
			MeshConfiguration mesh) {
		this.objects = objects;
		this.sharedGateways = sharedGateways;
		this.workloads = workloads;
		this.mesh = mesh;
	}

	/**
	 * Builds the tables.
	 * @param before the tables there are; a table whose sources didn't change is kept
	 * @return the tables by shared gateway
	 */
	Map<String, LiveTable> build(Map<String, LiveTable> before) {
		Map<String, LiveTable> tables = new HashMap<>();
		Map<String, List<Object>> usedSources = new HashMap<>();
		for (SharedGateway gateway : this.sharedGateways.all()) {
			GatewayPods pods = this.workloads.of(gateway).pods();
			List<Object> source = List.of(gateway, pods, this.mesh.settings(), versions());
			LiveTable old = before.get(gateway.name());
			try {
				boolean current = old != null && source.equals(this.sources.get(gateway.name()));
				tables.put(gateway.name(), current ? Objects.requireNonNull(old) : table(gateway, pods));
				usedSources.put(gateway.name(), source);
			}
			catch (RuntimeException ex) {
				logger.error("The route table of {} can't be built", gateway.name(), ex);
				if (old != null) {
					tables.put(gateway.name(), old);
				}
			}
		}
		this.sources = usedSources;
		return Map.copyOf(tables);
	}

	/**
	 * How old the tables may be: as old as the oldest of their sources. Kinds that the
	 * cluster doesn't serve or the portal may not see don't make the others older.
	 * @return the freshness
	 */
	Freshness freshness() {
		return this.objects.routing()
			.stream()
			.map((cache) -> cache.snapshot().freshness())
			.filter((freshness) -> freshness.state() != Freshness.State.NOT_SERVED
					&& freshness.state() != Freshness.State.NOT_VISIBLE)
			.min(Comparator.comparing((Freshness freshness) -> freshness.live() ? 1 : 0)
				.thenComparing(Freshness::asOf, Comparator.nullsFirst(Comparator.naturalOrder())))
			.orElse(new Freshness(Freshness.State.STARTING, null, ""));
	}

	private LiveTable table(SharedGateway gateway, GatewayPods pods) {
		Snapshot<GenericKubernetesResource> virtualServices = this.objects.virtualServices().snapshot();
		MeshSettings settings = this.mesh.settings();
		RoutingWorld world = RoutingWorld.of(pods, settings, manifests(virtualServices));
		return new LiveTable(gateway, world, world.routeTable(), freshness(), this.versions.incrementAndGet(),
				virtualServices.resourceVersion());
	}

	private List<Map<String, Object>> manifests(Snapshot<GenericKubernetesResource> virtualServices) {
		List<Map<String, Object>> manifests = new ArrayList<>();
		virtualServices.items().values().forEach((object) -> manifests.add(RawManifest.of(object)));
		manifests.addAll(this.objects.gateways().snapshot().items().values());
		manifests.addAll(this.objects.destinationRules().snapshot().items().values());
		manifests.addAll(this.objects.serviceEntries().snapshot().items().values());
		this.objects.services().snapshot().items().values().forEach((service) -> manifests.add(service.raw()));
		return manifests;
	}

	private List<Long> versions() {
		List<WatchCache<?>> caches = List.of(this.objects.gateways(), this.objects.virtualServices(),
				this.objects.destinationRules(), this.objects.serviceEntries(), this.objects.services());
		return caches.stream().map((cache) -> cache.snapshot().version()).toList();
	}

}
