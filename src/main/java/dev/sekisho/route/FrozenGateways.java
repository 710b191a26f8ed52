package dev.sekisho.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.Snapshot;
import dev.sekisho.routing.ObjectName;

/**
 * Tells when a gateway is frozen: a VirtualService in its route table holds a value that
 * istiod lets pass and Envoy refuses, and with it every later route config. Found by the
 * rules on the live objects; Envoy itself isn't asked.
 */
@Component
public class FrozenGateways {

	private final ClusterObjects objects;

	private volatile Poisonous known = new Poisonous(-1, Map.of());

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
		poisonous().forEach((key, poison) -> {
			if (reached(table, key, poison)) {
				culprits.add(new Culprit(key, poison.since(), poison.flaws()));
			}
		});
		culprits.sort((one, other) -> one.virtualService().compareTo(other.virtualService()));
		return culprits;
	}

	// Hardly ever any among thousands, and every page asks.
	private Map<ObjectKey, Poison> poisonous() {
		Snapshot<Poison> snapshot = this.objects.poisons().snapshot();
		Poisonous before = this.known;
		if (before.version() != snapshot.version()) {
			Map<ObjectKey, Poison> found = new HashMap<>();
			snapshot.items().forEach((key, poison) -> {
				if (poison.judgement() != null) {
					found.put(key, poison);
				}
			});
			before = new Poisonous(snapshot.version(), found);
			this.known = before;
		}
		return before.found();
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

	/**
	 * What is poisonous in one state of the cache.
	 *
	 * @param version the cache's version
	 * @param found the VirtualServices
	 */
	private record Poisonous(long version, Map<ObjectKey, Poison> found) {

	}

}
