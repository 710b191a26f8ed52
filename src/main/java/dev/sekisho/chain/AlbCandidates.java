package dev.sekisho.chain;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.access.Visibility;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.AlbIngress;
import dev.sekisho.route.Owners;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.SharedGateways;

/**
 * Finds the ALBs beside the shared one that teams could do without.
 */
@Component
public class AlbCandidates {

	private final ChainCaches caches;

	private final SharedGateways gateways;

	private final Rights rights;

	private final Owners owners;

	AlbCandidates(ChainCaches caches, SharedGateways gateways, Rights rights, Owners owners) {
		this.caches = caches;
		this.gateways = gateways;
		this.rights = rights;
		this.owners = owners;
	}

	/**
	 * The Ingresses that could move onto a shared gateway.
	 * @param caller who asks
	 * @param sharedGateway its name
	 * @return those in namespaces that the caller sees, by namespace and name; empty if
	 * there is no such shared gateway
	 */
	public Optional<List<AlbCandidate>> of(Caller caller, String sharedGateway) {
		Visibility visibility = this.rights.visibility(caller, sharedGateway);
		return this.gateways.find(sharedGateway)
			.map((gateway) -> find(this.caches.world(), gateway).stream()
				.filter((candidate) -> visibility.sees(candidate.ingress().namespace()))
				.toList());
	}

	private List<AlbCandidate> find(ChainWorld world, SharedGateway gateway) {
		Set<ObjectKey> doors = new HashSet<>();
		gateway.frontDoors().forEach((door) -> doors.add(door.object()));
		AlbClass types = new AlbClass(world);
		List<SeenIngress> all = world.ingresses()
			.items()
			.values()
			.stream()
			.filter((ingress) -> types.of(ingress).isAlb())
			.toList();
		return all.stream()
			.filter((ingress) -> !doors.contains(ingress.key()) && !leadsToGateway(world, ingress, gateway))
			.filter((ingress) -> !ingress.backends().isEmpty())
			.sorted(Comparator.comparing(SeenIngress::key))
			.map((ingress) -> candidate(world, ingress, all, gateway))
			.toList();
	}

	// An Ingress beside the front door that leads to the gateway's pods is one itself.
	private static boolean leadsToGateway(ChainWorld world, SeenIngress ingress, SharedGateway gateway) {
		SeenGateway found = world.gateways().items().get(gateway.gateway());
		List<SeenPod> pods = (found != null) ? world.selectedBy(found) : List.of();
		return ingress.backends().stream().anyMatch((backend) -> {
			ServiceFacts service = world.services().items().get(backend.service());
			return service != null && pods.stream().anyMatch(service::selects);
		});
	}

	private AlbCandidate candidate(ChainWorld world, SeenIngress ingress, List<SeenIngress> all,
			SharedGateway gateway) {
		AlbBudget own = AlbBudget.of(world, List.of(ingress.member()));
		List<AlbIngress> members = ingress.member()
			.members(all.stream().map(SeenIngress::member).toList(), (one) -> true);
		AlbReplacement replacement = new AlbReplacement(ingress, world.services(), gateway.gateway());
		List<AlbCandidate.Replacement> written = replacement.write();
		return new AlbCandidate(ingress.key(), this.owners.of(ingress.key().namespace()).team(), ingress.hostname(),
				members.size() - 1, own.rules(), own.targetGroups(), ingress.alb().certificates().size(), written,
				replacement.remarks());
	}

}
