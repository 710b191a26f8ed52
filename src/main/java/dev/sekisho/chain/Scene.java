package dev.sekisho.chain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The objects of one chain before its destinations, found by following what the shared
 * gateway names: front doors, the gateway Service, the gateway pods, the Gateway.
 *
 * @param world everything that was seen
 * @param subject whose chain it is
 * @param doors what stands before the gateway Service; may be empty
 * @param service the gateway Service, if it was found
 * @param pods the gateway pods: those the Service selects, else those the Gateway selects
 * @param gateway the Gateway, if it exists
 */
record Scene(ChainWorld world, Subject subject, List<Door> doors, @Nullable ServiceFacts service, List<SeenPod> pods,
		@Nullable SeenGateway gateway) {

	static Scene of(ChainWorld world, Subject subject) {
		SeenGateway gateway = world.gateways().items().get(subject.gateway().gateway());
		List<SeenPod> configured = (gateway != null) ? world.selectedBy(gateway) : List.of();
		List<Door> doors = new Doors(world, subject.gateway(), configured).find();
		ServiceFacts service = service(world, doors, configured);
		List<SeenPod> pods = (service != null && !service.selector().isEmpty()) ? world.selectedBy(service)
				: configured;
		return new Scene(world, subject, doors, service, pods, gateway);
	}

	/**
	 * The same objects before another VirtualService of the same shared gateway.
	 * @param other whose chain it is
	 * @return the scene
	 */
	Scene with(Subject other) {
		return new Scene(this.world, other, this.doors, this.service, this.pods, this.gateway);
	}

	private static @Nullable ServiceFacts service(ChainWorld world, List<Door> doors, List<SeenPod> configured) {
		for (Door door : doors) {
			if (door.service() != null) {
				return world.services().items().get(door.service());
			}
		}
		return world.services()
			.items()
			.values()
			.stream()
			.filter((candidate) -> configured.stream().anyMatch(candidate::selects))
			.min(Comparator.comparing(ServiceFacts::key))
			.orElse(null);
	}

	/**
	 * The port of the gateway Service that the front door sends to.
	 * @return the port; of an unknown front door the one for plain HTTP
	 */
	Optional<ServiceFacts.Port> port() {
		ServiceFacts seen = this.service;
		if (seen == null) {
			return Optional.empty();
		}
		return this.doors.stream()
			.filter((door) -> seen.key().equals(door.service()))
			.findFirst()
			.map((door) -> seen.port(door.port()))
			.orElseGet(() -> seen.port("80"));
	}

	/**
	 * Whether the front door sends straight to the pods' addresses.
	 * @return {@code true} if a front door has targets of type ip
	 */
	boolean ipTargets() {
		return this.doors.stream().anyMatch(Door::ipTargets);
	}

	/**
	 * The load balancer's readiness gates of a pod.
	 * @param pod a gateway pod
	 * @return the types of the gates that belong to the gateway Service's target groups
	 */
	List<String> gates(SeenPod pod) {
		List<String> known = targetGroups().stream().map(SeenTargetGroup::gate).toList();
		return pod.gates().stream().filter((gate) -> known.isEmpty() || known.contains(gate)).toList();
	}

	/**
	 * The target groups of the gateway Service.
	 * @return their bindings, by name
	 */
	List<SeenTargetGroup> targetGroups() {
		return this.world.targetGroups()
			.items()
			.values()
			.stream()
			.filter((group) -> this.service != null && group.service().equals(this.service.key()))
			.sorted(Comparator.comparing(SeenTargetGroup::key))
			.toList();
	}

	/**
	 * Whether the load balancer says that a target isn't healthy.
	 * @param pod a gateway pod
	 * @return {@code true} if one of its gates is False
	 */
	boolean unhealthyTarget(SeenPod pod) {
		return gates(pod).stream().anyMatch((gate) -> pod.condition(gate).map(SeenPod.Condition::fails).orElse(false));
	}

}
