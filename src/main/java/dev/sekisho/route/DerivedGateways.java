package dev.sekisho.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.SharedGateway.Approval;
import dev.sekisho.route.SharedGateway.Delivery;
import dev.sekisho.route.SharedGateway.OwnerRule;
import dev.sekisho.routing.GatewayReference;

/**
 * Shared gateways of a cluster that has no SharedGateway object: the Gateways that
 * VirtualServices are bound to.
 */
class DerivedGateways {

	private final ClusterObjects objects;

	DerivedGateways(ClusterObjects objects) {
		this.objects = objects;
	}

	List<SharedGateway> all() {
		Set<ObjectKey> existing = this.objects.gateways().snapshot().items().keySet();
		Set<ObjectKey> bound = new TreeSet<>();
		for (Map.Entry<ObjectKey, GenericKubernetesResource> entry : this.objects.virtualServices()
			.snapshot()
			.items()
			.entrySet()) {
			bound.addAll(gateways(entry.getKey().namespace(), entry.getValue()));
		}
		bound.retainAll(existing);
		return named(bound);
	}

	private static Set<ObjectKey> gateways(String namespace, GenericKubernetesResource virtualService) {
		Set<ObjectKey> keys = new HashSet<>();
		JsonNode names = RawManifest.tree(virtualService).path("spec").path("gateways");
		for (JsonNode name : names) {
			keys.add(key(namespace, name.asText()));
		}
		return keys;
	}

	private static ObjectKey key(String namespace, String reference) {
		String resolved = GatewayReference.resolve(reference, namespace);
		int slash = resolved.indexOf('/');
		return (slash < 0) ? new ObjectKey(namespace, resolved)
				: new ObjectKey(resolved.substring(0, slash), resolved.substring(slash + 1));
	}

	private static List<SharedGateway> named(Collection<ObjectKey> gateways) {
		Map<String, SharedGateway> byName = new TreeMap<>();
		for (ObjectKey gateway : gateways) {
			String name = gateway.name();
			if (byName.containsKey(name)) {
				name = gateway.namespace() + "." + gateway.name();
			}
			byName.put(name, derived(name, gateway));
		}
		return new ArrayList<>(byName.values());
	}

	private static SharedGateway derived(String name, ObjectKey gateway) {
		return new SharedGateway(name, "", 0, gateway, List.of(), null, Approval.ALWAYS, Delivery.APPLY,
				OwnerRule.DEFAULT, Set.of());
	}

}
