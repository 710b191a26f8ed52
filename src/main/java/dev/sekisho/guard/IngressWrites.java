package dev.sekisho.guard;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;
import dev.sekisho.route.AlbIngress;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.SharedGateway.FrontDoor;

/**
 * Ingresses of other namespaces that share the ALB of a front door.
 */
@Component
class IngressWrites implements Finder {

	private final WatchCache<Member> ingresses;

	IngressWrites(Cluster cluster) {
		this.ingresses = cluster.watch(ResourceKind.INGRESS,
				(object) -> new Member(object.getMetadata().getResourceVersion(), AlbIngress.of(object).group()));
	}

	@Override
	public Stream<Found> on(SharedGateway gateway) {
		Map<ObjectKey, Member> all = this.ingresses.snapshot().items();
		Set<ObjectKey> doors = gateway.frontDoors()
			.stream()
			.filter((door) -> "Ingress".equals(door.kind()))
			.map(FrontDoor::object)
			.collect(Collectors.toSet());
		Set<String> groups = doors.stream()
			.map(all::get)
			.filter(Objects::nonNull)
			.map(Member::group)
			.filter((group) -> !group.isEmpty())
			.collect(Collectors.toSet());
		Set<String> own = doors.stream().map(ObjectKey::namespace).collect(Collectors.toSet());
		return all.entrySet()
			.stream()
			.filter((entry) -> groups.contains(entry.getValue().group()) && !own.contains(entry.getKey().namespace()))
			.map((entry) -> new Found(Way.INGRESS, ResourceKind.INGRESS, entry.getKey(),
					entry.getValue().resourceVersion(), entry.getValue().group()));
	}

	/**
	 * What is kept of an Ingress.
	 *
	 * @param resourceVersion its version
	 * @param group the group of Ingresses it is in; may be empty
	 */
	private record Member(String resourceVersion, String group) {

	}

}
