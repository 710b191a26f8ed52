package dev.sekisho.route;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Snapshot;

/**
 * The shared gateways. Where the cluster has no SharedGateway object, they are derived:
 * one for each Gateway that VirtualServices are bound to.
 */
@Component
public class SharedGateways {

	private final ClusterObjects objects;

	private volatile Known known = new Known(List.of(), List.of());

	SharedGateways(ClusterObjects objects) {
		this.objects = objects;
	}

	/**
	 * All that can be read.
	 * @return the shared gateways, by name
	 */
	public List<SharedGateway> all() {
		List<Long> versions = List.of(this.objects.sharedGateways().snapshot().version(),
				this.objects.gateways().snapshot().version(), this.objects.virtualServices().snapshot().version());
		Known before = this.known;
		if (!before.versions().equals(versions)) {
			before = new Known(versions, read());
			this.known = before;
		}
		return before.gateways();
	}

	private List<SharedGateway> read() {
		Snapshot<SharedGatewayReading> snapshot = this.objects.sharedGateways().snapshot();
		if (snapshot.items().isEmpty()) {
			return new DerivedGateways(this.objects).all();
		}
		return snapshot.items()
			.values()
			.stream()
			.map(SharedGatewayReading::gateway)
			.filter(Objects::nonNull)
			.sorted(Comparator.comparing(SharedGateway::name))
			.toList();
	}

	/**
	 * Finds one by name.
	 * @param name the name
	 * @return the shared gateway; empty if there is none or it can't be read
	 */
	public Optional<SharedGateway> find(String name) {
		return all().stream().filter((gateway) -> gateway.name().equals(name)).findFirst();
	}

	/**
	 * The SharedGateway objects that can't be read.
	 * @return why, by name
	 */
	public Map<String, String> unreadable() {
		return this.objects.sharedGateways()
			.snapshot()
			.items()
			.values()
			.stream()
			.filter((reading) -> reading.gateway() == null)
			.collect(Collectors.toMap(SharedGatewayReading::name, SharedGatewayReading::problem, (one, other) -> one,
					TreeMap::new));
	}

	/**
	 * The shared gateways of one state of the caches: pages ask for them all the time.
	 *
	 * @param versions the versions of what they were read from
	 * @param gateways the shared gateways
	 */
	private record Known(List<Long> versions, List<SharedGateway> gateways) {

	}

}
