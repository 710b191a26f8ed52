package dev.sekisho.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.access.Visibility;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.Snapshot;
import dev.sekisho.route.Culprit;
import dev.sekisho.route.FrozenGateways;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.Owners;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.VirtualServiceRecord;
import dev.sekisho.route.VirtualServices;

/**
 * The maps of whole shared gateways. A map is worked out from one picture of the cluster,
 * and again only after something in it has changed.
 */
@Component
public class GatewayMaps {

	private static final Comparator<Hop> WORST_FIRST = Comparator.comparing(Hop::state).reversed();

	// What was applied last, and so drift, isn't part of the picture's version.
	private static final long DRIFT_SECONDS = 5;

	private final ChainCaches caches;

	private final RouteTables tables;

	private final VirtualServices virtualServices;

	private final Rights rights;

	private final Owners owners;

	private final FrozenGateways frozen;

	private final ObjectProvider<DriftSource> drifts;

	private final KnownMaps known = new KnownMaps();

	GatewayMaps(ChainCaches caches, RouteTables tables, VirtualServices virtualServices, Rights rights, Owners owners,
			FrozenGateways frozen, ObjectProvider<DriftSource> drifts) {
		this.caches = caches;
		this.tables = tables;
		this.virtualServices = virtualServices;
		this.rights = rights;
		this.owners = owners;
		this.frozen = frozen;
		this.drifts = drifts;
	}

	/**
	 * The map of a shared gateway.
	 * @param caller who asks
	 * @param sharedGateway its name
	 * @return the map; empty if there is no such shared gateway or its route table isn't
	 * known yet
	 */
	public Optional<GatewayMap> of(Caller caller, String sharedGateway) {
		Visibility visibility = this.rights.visibility(caller, sharedGateway);
		return this.tables.find(sharedGateway).map((table) -> map(table, visibility));
	}

	private GatewayMap map(LiveTable table, Visibility visibility) {
		ChainWorld world = this.caches.world();
		Snapshot<VirtualServiceRecord> routes = this.virtualServices.snapshot();
		List<Object> version = List.of(world.version(), routes.version(), table.version(), table.freshness().state(),
				Instant.now().getEpochSecond() / DRIFT_SECONDS);
		return this.known.get(new KnownMaps.Key(table.gateway().name(), visibility), version,
				() -> map(world, table, routes, visibility));
	}

	private GatewayMap map(ChainWorld world, LiveTable table, Snapshot<VirtualServiceRecord> routes,
			Visibility visibility) {
		List<VirtualServiceFacts> bound = bound(routes, table.gateway());
		List<VirtualServiceFacts> seen = bound.stream()
			.filter((one) -> visibility.sees(one.key().namespace()))
			.sorted(Comparator.comparing(VirtualServiceFacts::key))
			.toList();
		Map<ObjectKey, Placement> placements = Placement.all(table.table());
		List<Culprit> culprits = this.frozen.culprits(table);
		UnaryOperator<String> teams = new Teams(this.owners);
		Subject nobody = subject(table, VirtualServiceFacts.NONE, Placement.NONE, visibility, culprits, teams, null);
		Scene scene = Scene.of(world, nobody);
		List<Hop> shared = ChainResolver.shared(scene);
		List<GatewayMap.Entry> entries = new ArrayList<>();
		for (VirtualServiceFacts one : seen) {
			Placement placement = placements.getOrDefault(one.key(), Placement.NONE);
			Scene own = scene.with(subject(table, one, placement, visibility, culprits, teams, drift(one.key())));
			entries.add(entry(own, shared.get(shared.size() - 1)));
		}
		return new GatewayMap(table.gateway().name(), shared, entries, bound.size() - seen.size(), world.asOf());
	}

	private @Nullable Drift drift(ObjectKey virtualService) {
		return this.drifts.stream().flatMap((source) -> source.drift(virtualService).stream()).findFirst().orElse(null);
	}

	private static List<VirtualServiceFacts> bound(Snapshot<VirtualServiceRecord> routes, SharedGateway gateway) {
		return routes.items()
			.values()
			.stream()
			.map((object) -> VirtualServiceFacts.of(object.object(), ChainResolver.CLUSTER_DOMAIN))
			.filter((one) -> one.boundTo(gateway.gateway()))
			.toList();
	}

	private static GatewayMap.Entry entry(Scene scene, Hop gateway) {
		Subject subject = scene.subject();
		VirtualServiceFacts virtualService = subject.virtualService();
		Hop decisive = ChainResolver.own(scene, gateway).stream().min(WORST_FIRST).orElseThrow();
		return new GatewayMap.Entry(virtualService.key(), subject.team().apply(virtualService.key().namespace()),
				virtualService.hosts(), subject.placement().paths(),
				virtualService.destinations().stream().map(VirtualServiceFacts.Destination::toString).toList(),
				decisive);
	}

	private static Subject subject(LiveTable table, VirtualServiceFacts virtualService, Placement placement,
			Visibility visibility, List<Culprit> culprits, UnaryOperator<String> teams, @Nullable Drift drift) {
		return new Subject(table.gateway(), virtualService, placement, table.freshness(), drift, false,
				visibility::sees, culprits, teams);
	}

}
