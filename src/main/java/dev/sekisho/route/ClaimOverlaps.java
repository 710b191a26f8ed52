package dev.sekisho.route;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.Snapshot;

/**
 * Finds the places that the claims of a shared gateway give to different namespaces.
 */
@Component
public class ClaimOverlaps {

	private final ClusterObjects objects;

	private final Map<String, Known> known = new ConcurrentHashMap<>();

	ClaimOverlaps(ClusterObjects objects) {
		this.objects = objects;
	}

	/**
	 * The overlaps between the claims of a shared gateway, with the namespaces that there
	 * are.
	 * @param gateway the shared gateway, stored or not
	 * @return the overlaps, by host and path
	 */
	public List<ClaimOverlap> of(SharedGateway gateway) {
		List<Claim> claims = gateway.claims();
		if (claims == null) {
			return List.of();
		}
		Snapshot<NamespaceMeta> namespaces = this.objects.namespaces().snapshot();
		Known before = this.known.get(gateway.name());
		if (before == null || before.version() != namespaces.version() || !before.claims().equals(claims)) {
			before = new Known(claims, namespaces.version(), new ClaimPlaces(claims,
					namespaces.items().keySet().stream().map(ObjectKey::name).toList(),
					(namespace) -> namespaces.find(ObjectKey.of(namespace)).map(NamespaceMeta::labels).orElse(Map.of()))
				.overlaps());
			this.known.put(gateway.name(), before);
		}
		return before.overlaps();
	}

	/**
	 * The overlaps between claims where no cluster tells the namespaces.
	 * @param claims the claims
	 * @param labels the labels of each namespace
	 * @return the overlaps, by host and path
	 */
	public static List<ClaimOverlap> of(List<Claim> claims, Map<String, Map<String, String>> labels) {
		return new ClaimPlaces(claims, List.copyOf(labels.keySet()),
				(namespace) -> labels.getOrDefault(namespace, Map.of()))
			.overlaps();
	}

	/**
	 * How old the namespaces may be.
	 * @return their freshness
	 */
	public Freshness freshness() {
		return this.objects.namespaces().snapshot().freshness();
	}

	private record Known(List<Claim> claims, long version, List<ClaimOverlap> overlaps) {

	}

}
