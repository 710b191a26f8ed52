package dev.sekisho.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.Snapshot;
import dev.sekisho.routing.GatewayPods;
import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.table.RoutingWorld;

/**
 * The objects of the cluster that decide how requests are routed, as the watches had them
 * at one moment.
 *
 * @param virtualServices the VirtualServices
 * @param gateways the Gateways
 * @param destinationRules the DestinationRules
 * @param serviceEntries the ServiceEntries
 * @param services the Services
 */
record RoutingSources(Snapshot<VirtualServiceRecord> virtualServices, Snapshot<Map<String, Object>> gateways,
		Snapshot<Map<String, Object>> destinationRules, Snapshot<Map<String, Object>> serviceEntries,
		Snapshot<ServiceObject> services) {

	// From here on it's cheaper to compile everything than to change the world so often.
	private static final int MANY_CHANGES = 256;

	static RoutingSources now(ClusterObjects objects) {
		return new RoutingSources(objects.virtualServices().snapshot(), objects.gateways().snapshot(),
				objects.destinationRules().snapshot(), objects.serviceEntries().snapshot(),
				objects.services().snapshot());
	}

	/**
	 * Whether another moment had the same objects.
	 * @param other the other moment
	 * @return {@code true} if nothing changed in between
	 */
	boolean sameAs(RoutingSources other) {
		return versions().equals(other.versions());
	}

	/**
	 * Compiles all of them.
	 * @param pods the gateway pods
	 * @param mesh the mesh's settings
	 * @return the world
	 */
	RoutingWorld compile(GatewayPods pods, MeshSettings mesh) {
		List<Map<String, Object>> manifests = new ArrayList<>(this.gateways.items().values());
		this.virtualServices.items().values().forEach((object) -> manifests.add(object.manifest()));
		manifests.addAll(this.destinationRules.items().values());
		manifests.addAll(this.serviceEntries.items().values());
		this.services.items().values().forEach((service) -> manifests.add(service.raw()));
		return RoutingWorld.of(pods, mesh, manifests);
	}

	/**
	 * Brings a world of an earlier moment up to date. Only what changed is compiled, and
	 * everything else is shared with the earlier world.
	 * @param before the earlier moment
	 * @param world the world compiled from it
	 * @return the world of this moment; empty if so much changed, or in such a way, that
	 * it has to be compiled
	 */
	Optional<RoutingWorld> after(RoutingSources before, RoutingWorld world) {
		List<Map<String, Object>> others = new ArrayList<>();
		boolean complete = changed(before.gateways, this.gateways, Function.identity(), others)
				&& changed(before.destinationRules, this.destinationRules, Function.identity(), others)
				&& changed(before.serviceEntries, this.serviceEntries, Function.identity(), others)
				&& changed(before.services, this.services, ServiceObject::raw, others);
		List<Map<String, Object>> written = new ArrayList<>();
		boolean kept = changed(before.virtualServices, this.virtualServices, VirtualServiceRecord::manifest, written);
		List<ObjectKey> deleted = kept ? List.of() : deleted(before.virtualServices, this.virtualServices);
		if (!complete || others.size() + written.size() + deleted.size() > MANY_CHANGES) {
			return Optional.empty();
		}
		RoutingWorld changed = world;
		for (Map<String, Object> object : others) {
			changed = changed.with(object);
		}
		for (ObjectKey key : deleted) {
			changed = changed.withoutVirtualService(new ObjectName(key.namespace(), key.name()));
		}
		for (Map<String, Object> object : written) {
			changed = changed.with(object);
		}
		return Optional.of(changed);
	}

	private List<Long> versions() {
		return List.of(this.virtualServices.version(), this.gateways.version(), this.destinationRules.version(),
				this.serviceEntries.version(), this.services.version());
	}

	/**
	 * Collects the objects that are new or were written since. Caches keep an object as
	 * it is until it's written again, so that looking at the reference is enough.
	 * @return {@code false} if there also were objects that are gone now
	 */
	private static <T> boolean changed(Snapshot<T> before, Snapshot<T> after, Function<T, Map<String, Object>> manifest,
			List<Map<String, Object>> changed) {
		if (before.version() == after.version()) {
			return true;
		}
		int added = 0;
		for (Map.Entry<ObjectKey, T> entry : after.items().entrySet()) {
			T old = before.items().get(entry.getKey());
			if (old != entry.getValue()) {
				changed.add(manifest.apply(entry.getValue()));
			}
			added += (old != null) ? 0 : 1;
		}
		return before.items().size() + added == after.items().size();
	}

	private static <T> List<ObjectKey> deleted(Snapshot<T> before, Snapshot<T> after) {
		return before.items().keySet().stream().filter((key) -> Objects.isNull(after.items().get(key))).toList();
	}

}
