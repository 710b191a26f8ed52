package dev.sekisho.chain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.SharedGateway;

/**
 * Finds the front doors of a shared gateway: those it names, else those that lead to a
 * Service of its pods.
 */
final class Doors {

	private final ChainWorld world;

	private final SharedGateway gateway;

	private final List<SeenPod> configured;

	/**
	 * Prepares the search.
	 * @param world everything that was seen
	 * @param gateway the shared gateway
	 * @param configured the pods its Gateway selects
	 */
	Doors(ChainWorld world, SharedGateway gateway, List<SeenPod> configured) {
		this.world = world;
		this.gateway = gateway;
		this.configured = configured;
	}

	List<Door> find() {
		if (!this.gateway.frontDoors().isEmpty()) {
			return this.gateway.frontDoors().stream().map(this::named).toList();
		}
		return Stream.concat(ingresses(), groups()).toList();
	}

	private Door named(SharedGateway.FrontDoor door) {
		Optional<Door> seen = switch (door.kind()) {
			case "Ingress" ->
				this.world.ingresses().find(door.object()).map((ingress) -> Door.of(ingress, best(ingress)));
			case "TargetGroupBinding" -> this.world.targetGroups().find(door.object()).map(Door::of);
			default -> Optional.empty();
		};
		return seen.orElseGet(() -> Door.unread(new ObjectRef(door.kind(), door.object())));
	}

	private Stream<Door> ingresses() {
		return this.world.ingresses()
			.items()
			.values()
			.stream()
			.sorted(Comparator.comparing(SeenIngress::key))
			.filter((ingress) -> leadsHere(ingress) || unselected(ingress))
			.map((ingress) -> Door.of(ingress, best(ingress)));
	}

	private boolean leadsHere(SeenIngress ingress) {
		return ingress.backends().stream().anyMatch((backend) -> selectsConfigured(backend.service()));
	}

	// A Gateway that selects no pod still has a front door: the ALB of its namespace.
	private boolean unselected(SeenIngress ingress) {
		return this.configured.isEmpty() && ingress.key().namespace().equals(this.gateway.gateway().namespace())
				&& new AlbClass(this.world).of(ingress).isAlb();
	}

	private Stream<Door> groups() {
		return this.world.targetGroups()
			.items()
			.values()
			.stream()
			.filter((group) -> !group.ofIngress() && selectsConfigured(group.service()))
			.sorted(Comparator.comparing(SeenTargetGroup::key))
			.map(Door::of);
	}

	private SeenIngress.@Nullable Backend best(SeenIngress ingress) {
		return ingress.backends()
			.stream()
			.filter((backend) -> selectsConfigured(backend.service()))
			.findFirst()
			.or(() -> ingress.backends().stream().findFirst())
			.orElse(null);
	}

	private boolean selectsConfigured(ObjectKey service) {
		ServiceFacts seen = this.world.services().items().get(service);
		return seen != null && this.configured.stream().anyMatch(seen::selects);
	}

}
