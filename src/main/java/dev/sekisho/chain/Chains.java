package dev.sekisho.chain;

import java.util.List;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.access.Visibility;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.FrozenGateways;
import dev.sekisho.route.FrozenPanel;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.Owners;
import dev.sekisho.route.RawManifest;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateways;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.table.RoutingWorld;

/**
 * The chains of VirtualServices, as the watch caches have them now. What the caller may
 * not see is treated as absent.
 */
@Component
public class Chains {

	private final Subjects subjects;

	private final ChainCaches caches;

	private final SharedGateways gateways;

	private final RouteTables tables;

	private final Rights rights;

	private final Owners owners;

	private final FrozenGateways frozen;

	private final FrozenPanel frozenPanel;

	private final ObjectProvider<DriftSource> drifts;

	Chains(Subjects subjects, ChainCaches caches, SharedGateways gateways, RouteTables tables, Rights rights,
			Owners owners, FrozenGateways frozen, FrozenPanel frozenPanel, ObjectProvider<DriftSource> drifts) {
		this.subjects = subjects;
		this.caches = caches;
		this.gateways = gateways;
		this.tables = tables;
		this.rights = rights;
		this.owners = owners;
		this.frozen = frozen;
		this.frozenPanel = frozenPanel;
		this.drifts = drifts;
	}

	/**
	 * The chain of a VirtualService.
	 * @param caller who asks
	 * @param key the VirtualService
	 * @return its chain; empty if there is no such VirtualService, no shared gateway, or
	 * the caller may not see it
	 */
	public Optional<Chain> of(Caller caller, ObjectKey key) {
		return this.subjects.of(caller, key).map((subject) -> ChainResolver.resolve(this.caches.world(), subject));
	}

	/**
	 * The chain that a request takes.
	 * @param caller who asks
	 * @param sharedGateway the name of the shared gateway; empty to ask each in turn
	 * @param host the Host as a client sends it
	 * @param target path and query
	 * @return the chain of the VirtualService that answers; empty if none does or the
	 * caller may not see it
	 */
	public Optional<Chain> answering(Caller caller, String sharedGateway, String host, String target) {
		return this.gateways.all()
			.stream()
			.filter((gateway) -> sharedGateway.isEmpty() || gateway.name().equals(sharedGateway))
			.flatMap((gateway) -> this.tables.find(gateway.name()).stream())
			.flatMap((table) -> winner(table, host, target).stream())
			.findFirst()
			.flatMap((key) -> of(caller, key));
	}

	/**
	 * The chain as it would become if a VirtualService were applied.
	 * @param caller who asks
	 * @param sharedGateway the name of the shared gateway
	 * @param proposed the proposed VirtualService, with namespace and name
	 * @return the chain; empty if there is no such shared gateway or the caller may not
	 * see the namespace
	 */
	public Optional<Chain> planned(Caller caller, String sharedGateway, GenericKubernetesResource proposed) {
		Visibility visibility = this.rights.visibility(caller, sharedGateway);
		return this.tables.find(sharedGateway)
			.filter((table) -> visibility.sees(Keys.of(proposed).namespace()))
			.map((table) -> planned(after(table, proposed), proposed, visibility));
	}

	/**
	 * The chain of a proposal whose route table is known.
	 * @param after the route table with the proposal in it
	 * @param proposed the proposed VirtualService, with namespace and name
	 * @param visibility what the reader may see
	 * @return the chain
	 */
	public Chain planned(LiveTable after, GenericKubernetesResource proposed, Visibility visibility) {
		VirtualServiceFacts seen = VirtualServiceFacts.of(proposed, ChainResolver.CLUSTER_DOMAIN);
		Subject subject = new Subject(after.gateway(), seen, Placement.of(after.table(), seen.key()), after.freshness(),
				null, true, visibility::sees, this.frozen.culprits(after), this::team);
		return ChainResolver.resolve(this.caches.world(), subject);
	}

	/**
	 * What is to be said of a gateway that is frozen.
	 * @param caller who asks
	 * @param sharedGateway the name of the shared gateway
	 * @return what freezes it, as far as the caller may see; empty if it isn't frozen
	 */
	public Optional<FrozenPanel.Content> frozen(Caller caller, String sharedGateway) {
		Visibility visibility = this.rights.visibility(caller, sharedGateway);
		return this.tables.find(sharedGateway).flatMap((table) -> this.frozenPanel.of(table, visibility::sees));
	}

	/**
	 * How far the last change of a VirtualService has come.
	 * @param chain its chain, as the caller sees it
	 * @return the progress; empty if Sekisho didn't make it what it is
	 */
	public Optional<Progress> progress(Chain chain) {
		return this.drifts.stream()
			.flatMap((source) -> source.lastChange(chain.virtualService()).stream())
			.findFirst()
			.map((last) -> Progress.of(last, chain));
	}

	/**
	 * The change from which a VirtualService drifted.
	 * @param chain its chain, as the caller sees it
	 * @return the change; empty if there is no drift
	 */
	public Optional<ObjectKey> driftedFrom(Chain chain) {
		return this.drifts.stream()
			.flatMap((source) -> source.driftedFrom(chain.virtualService()).stream())
			.findFirst();
	}

	private static LiveTable after(LiveTable table, GenericKubernetesResource proposed) {
		RoutingWorld world = table.world().with(RawManifest.of(proposed));
		return new LiveTable(table.gateway(), world, world.routeTable(), table.freshness(), table.version(),
				table.resourceVersion());
	}

	private String team(String namespace) {
		return this.owners.of(namespace).team();
	}

	private static Optional<ObjectKey> winner(LiveTable table, String host, String target) {
		List<Integer> ports = table.table().ports();
		if (ports.isEmpty()) {
			return Optional.empty();
		}
		HttpRequest request = new HttpRequest(ports.get(0), "GET", host, target, List.of());
		Route route = table.table().answer(request).route();
		return Optional.ofNullable(route)
			.map(Route::virtualService)
			.map((name) -> new ObjectKey(name.namespace(), name.name()));
	}

}
