package dev.sekisho.route;

import dev.sekisho.cluster.Freshness;
import dev.sekisho.routing.table.RouteTable;
import dev.sekisho.routing.table.RoutingWorld;

/**
 * The route table of a shared gateway as the cluster had it at one moment. Immutable.
 *
 * @param gateway the shared gateway
 * @param world everything the table was built from
 * @param table the table
 * @param freshness how old it may be: the oldest of what it was built from
 * @param version grows with every new table, within this process
 * @param resourceVersion the API server's resourceVersion of the VirtualServices in it
 */
public record LiveTable(SharedGateway gateway, RoutingWorld world, RouteTable table, Freshness freshness, long version,
		String resourceVersion) {

}
