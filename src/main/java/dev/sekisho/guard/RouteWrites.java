package dev.sekisho.guard;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.change.ChangeStatus.Applied;
import dev.sekisho.change.RouteChange;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;
import dev.sekisho.route.SharedGateway;

/**
 * VirtualServices on the gateway that no review stands for, and those that such routes
 * delegate to.
 */
@Component
class RouteWrites implements Finder {

	private static final BinaryOperator<Applied> LATER = BinaryOperator.maxBy(Comparator.comparing(Applied::time));

	private final WatchCache<WrittenRoute> virtualServices;

	private final WatchCache<RouteChange> changes;

	RouteWrites(Cluster cluster) {
		this.virtualServices = cluster.watch(ResourceKind.VIRTUAL_SERVICE, WrittenRoute::of);
		this.changes = cluster.watch(ResourceKind.ROUTE_CHANGE, RouteChange::of);
	}

	@Override
	public Stream<Found> on(SharedGateway gateway) {
		Map<ObjectKey, Applied> applied = applied();
		Map<ObjectKey, WrittenRoute> routes = this.virtualServices.snapshot().items();
		return routes.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().on(gateway.gateway()))
			.flatMap((entry) -> Stream.concat(
					past(entry.getKey(), entry.getValue(), applied.get(entry.getKey())).stream(),
					delegates(entry.getKey(), entry.getValue(), routes)))
			.distinct();
	}

	private Map<ObjectKey, Applied> applied() {
		Map<ObjectKey, Applied> applied = new HashMap<>();
		this.changes.snapshot().items().values().forEach((change) -> {
			Applied written = change.status().applied();
			if (written != null) {
				applied.merge(change.virtualService(), written, LATER);
			}
		});
		return applied;
	}

	private static Optional<Found> past(ObjectKey key, WrittenRoute route, @Nullable Applied applied) {
		if (applied == null || applied.hash().isEmpty()) {
			return Optional.of(found(Way.UNREVIEWED, key, route, ""));
		}
		boolean same = applied.uid().equals(route.uid()) && applied.hash().equals(route.hash());
		return same ? Optional.empty() : Optional.of(found(Way.CHANGED, key, route, ""));
	}

	private static Stream<Found> delegates(ObjectKey root, WrittenRoute route, Map<ObjectKey, WrittenRoute> routes) {
		return route.delegates().stream().flatMap((key) -> {
			WrittenRoute delegate = routes.get(key);
			return (delegate != null) ? Stream.of(found(Way.DELEGATE, key, delegate, root.toString())) : Stream.empty();
		});
	}

	private static Found found(Way way, ObjectKey key, WrittenRoute route, String about) {
		return new Found(way, ResourceKind.VIRTUAL_SERVICE, key, route.resourceVersion(), about);
	}

}
