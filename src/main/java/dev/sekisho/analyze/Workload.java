package dev.sekisho.analyze;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.sekisho.routing.GatewayPods;
import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.table.RoutingWorld;

/**
 * An ingress gateway workload, known by what Gateways select, with its world. The pods
 * are assumed to run in the Gateway's namespace, to have the labels selected, and to take
 * their configuration from the istiod of the Gateway's revision.
 *
 * @param gateways the Gateways that select it
 * @param world its world
 */
record Workload(List<ObjectName> gateways, RoutingWorld world) {

	private static final String REVISION = "istio.io/rev";

	static List<Workload> of(List<Manifest> manifests, MeshSettings mesh) {
		Map<GatewayPods, List<ObjectName>> gateways = new LinkedHashMap<>();
		for (Manifest manifest : manifests) {
			if (manifest.isIstio("Gateway")) {
				GatewayPods pods = new GatewayPods(manifest.name().namespace(), labels(manifest));
				gateways.computeIfAbsent(pods, (key) -> new ArrayList<>()).add(manifest.name());
			}
		}
		List<Map<String, Object>> raw = manifests.stream().map(Manifest::raw).toList();
		return gateways.entrySet()
			.stream()
			.map((entry) -> new Workload(entry.getValue(), RoutingWorld.of(entry.getKey(), mesh, raw)))
			.toList();
	}

	Workload with(List<Manifest> changes) {
		RoutingWorld changed = this.world;
		for (Manifest change : changes) {
			changed = changed.with(change.raw());
		}
		return new Workload(this.gateways, changed);
	}

	String title() {
		return this.world.pods().namespace() + " " + this.world.pods().labels();
	}

	private static Map<String, String> labels(Manifest gateway) {
		Map<String, String> labels = selector(gateway);
		if (gateway.raw().get("metadata") instanceof Map<?, ?> metadata
				&& metadata.get("labels") instanceof Map<?, ?> written
				&& written.get(REVISION) instanceof String name) {
			labels.putIfAbsent(REVISION, name);
		}
		return labels;
	}

	private static Map<String, String> selector(Manifest gateway) {
		Map<String, String> selector = new LinkedHashMap<>();
		if (gateway.raw().get("spec") instanceof Map<?, ?> spec && spec.get("selector") instanceof Map<?, ?> labels) {
			labels.forEach((key, value) -> selector.put(String.valueOf(key), String.valueOf(value)));
		}
		return selector;
	}

}
