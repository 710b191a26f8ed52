package dev.sekisho.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.routing.ObjectName;

/**
 * Tells when a gateway is frozen: a VirtualService in its route table holds a value that
 * istiod lets pass and Envoy refuses, and with it every later route config. Found by the
 * rules on the live objects; Envoy itself isn't asked.
 */
@Component
public class FrozenGateways {

	private final ClusterObjects objects;

	FrozenGateways(ClusterObjects objects) {
		this.objects = objects;
	}

	/**
	 * Why a gateway is frozen.
	 * @param table its route table
	 * @return the VirtualServices that freeze it, by namespace and name; empty if it
	 * isn't frozen
	 */
	public List<Culprit> culprits(LiveTable table) {
		List<Culprit> culprits = new ArrayList<>();
		for (Map.Entry<ObjectKey, Poison> entry : this.objects.poisons().snapshot().items().entrySet()) {
			Poison poison = entry.getValue();
			if (poison.judgement() != null && reached(table, entry.getKey(), poison)) {
				culprits.add(new Culprit(entry.getKey(), poison.since(), poison.flaws()));
			}
		}
		culprits.sort((one, other) -> one.virtualService().compareTo(other.virtualService()));
		return culprits;
	}

	private boolean reached(LiveTable table, ObjectKey key, Poison poison) {
		if (!poison.delegate()) {
			return table.world()
				.places(new ObjectName(key.namespace(), key.name()))
				.stream()
				.anyMatch((place) -> poison.in(place.route().httpIndex(), place.route().matchIndex()));
		}
		return roots(key)
			.anyMatch((root) -> !table.world().places(new ObjectName(root.namespace(), root.name())).isEmpty());
	}

	// A delegate's routes stand in the table under the VirtualServices that delegate to
	// it.
	private Stream<ObjectKey> roots(ObjectKey delegate) {
		return this.objects.virtualServices()
			.snapshot()
			.items()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().delegatesTo(delegate))
			.map(Map.Entry::getKey);
	}

}
