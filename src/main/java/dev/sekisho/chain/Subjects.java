package dev.sekisho.chain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.access.Visibility;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.route.FrozenGateways;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.Owners;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.SharedGateways;
import dev.sekisho.route.VirtualServices;

/**
 * Finds the VirtualServices that chains are asked for, as far as the caller may see them.
 */
@Component
class Subjects {

	private static final Freshness NO_TABLE = new Freshness(Freshness.State.STARTING, null, "");

	private final Cluster cluster;

	private final SharedGateways gateways;

	private final RouteTables tables;

	private final VirtualServices virtualServices;

	private final Rights rights;

	private final Owners owners;

	private final FrozenGateways frozen;

	private final ObjectProvider<DriftSource> drifts;

	Subjects(Cluster cluster, SharedGateways gateways, RouteTables tables, VirtualServices virtualServices,
			Rights rights, Owners owners, FrozenGateways frozen, ObjectProvider<DriftSource> drifts) {
		this.cluster = cluster;
		this.gateways = gateways;
		this.tables = tables;
		this.virtualServices = virtualServices;
		this.rights = rights;
		this.owners = owners;
		this.frozen = frozen;
		this.drifts = drifts;
	}

	/**
	 * Finds a VirtualService.
	 * @param caller who asks
	 * @param key the VirtualService
	 * @return what a chain needs of it; empty if there is no such VirtualService, no
	 * shared gateway, or the caller may not see it
	 */
	Optional<Subject> of(Caller caller, ObjectKey key) {
		return this.virtualServices.find(key)
			.or(() -> justWritten(caller, key))
			.map((object) -> VirtualServiceFacts.of(object, ChainResolver.CLUSTER_DOMAIN))
			.flatMap((seen) -> gateway(seen).flatMap((gateway) -> live(caller, seen, gateway)));
	}

	// A page that follows an applied change may ask before the watch has told of it.
	private Optional<GenericKubernetesResource> justWritten(Caller caller, ObjectKey key) {
		if (!this.rights.visibility(caller).sees(key.namespace())) {
			return Optional.empty();
		}
		try {
			return this.cluster.asPortal().read(ResourceKind.VIRTUAL_SERVICE, key);
		}
		catch (ClusterException ex) {
			return Optional.empty();
		}
	}

	// One it is bound to, else the first: the chain then says that it isn't bound.
	private Optional<SharedGateway> gateway(VirtualServiceFacts virtualService) {
		List<SharedGateway> all = this.gateways.all();
		return all.stream()
			.sorted(Comparator.comparing(SharedGateway::name))
			.filter((gateway) -> virtualService.boundTo(gateway.gateway()))
			.findFirst()
			.or(() -> all.stream().findFirst());
	}

	private Optional<Subject> live(Caller caller, VirtualServiceFacts virtualService, SharedGateway gateway) {
		Visibility visibility = this.rights.visibility(caller, gateway.name());
		if (!visibility.sees(virtualService.key().namespace())) {
			return Optional.empty();
		}
		Optional<LiveTable> table = this.tables.find(gateway.name());
		Placement placement = table.map((live) -> Placement.of(live.table(), virtualService.key()))
			.orElse(new Placement(List.of()));
		Drift drift = this.drifts.stream()
			.flatMap((source) -> source.drift(virtualService.key()).stream())
			.findFirst()
			.orElse(null);
		boolean awaited = placement.places().isEmpty() && !this.tables.settled(gateway.name());
		Freshness freshness = table.map(LiveTable::freshness)
			.filter((known) -> !awaited || !known.live())
			.orElse(NO_TABLE);
		return Optional.of(new Subject(gateway, virtualService, placement, freshness, drift, false, visibility::sees,
				table.map(this.frozen::culprits).orElse(List.of()), (namespace) -> this.owners.of(namespace).team()));
	}

}
