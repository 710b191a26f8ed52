package dev.sekisho.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.SharedGateway.Approval;
import dev.sekisho.route.SharedGateway.Delivery;
import dev.sekisho.route.SharedGateway.OwnerRule;

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
		this.objects.virtualServices()
			.snapshot()
			.items()
			.values()
			.forEach((virtualService) -> bound.addAll(virtualService.gateways()));
		bound.retainAll(existing);
		return named(bound);
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
