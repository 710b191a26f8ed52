package dev.sekisho.routing;

import java.util.Collection;
import java.util.Map;

/**
 * Everything that decides how one ingress gateway workload routes: its pods, the mesh's
 * settings and the Gateways, VirtualServices, Services, ServiceEntries and
 * DestinationRules of the cluster. Immutable; a changed world is a new one that shares
 * what did not change.
 */
public final class RoutingWorld {

	/**
	 * Compiles raw objects. Objects of other kinds are ignored; an object that can't be
	 * read is set aside in {@code unreadable()} and spoils nothing else.
	 * @param pods the gateway pods
	 * @param mesh the mesh's settings
	 * @param objects raw manifests as a JSON parser returns them: maps, lists, strings,
	 * numbers, booleans, nulls
	 * @return the world
	 */
	public static RoutingWorld of(GatewayPods pods, MeshSettings mesh, Collection<? extends Map<String, ?>> objects) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The world with one object added or, if an object of its kind, namespace and name is
	 * there, replaced. An added object without creationTimestamp is younger than all.
	 * @param object a raw manifest
	 * @return the new world
	 */
	public RoutingWorld with(Map<String, ?> object) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The world without one VirtualService.
	 * @param virtualService its name
	 * @return the new world; this one if there is no such object
	 */
	public RoutingWorld withoutVirtualService(ObjectName virtualService) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The route table of this world, built at the first call.
	 * @return the table
	 */
	public RouteTable routeTable() {
		throw new UnsupportedOperationException();
	}

}
