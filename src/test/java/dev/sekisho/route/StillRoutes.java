package dev.sekisho.route;

import dev.sekisho.testing.StillCluster;

/**
 * What this module knows of a cluster that doesn't change.
 *
 * @param services the Services
 * @param frontDoors the front doors
 * @param owners the owners
 * @param sharedGateways the shared gateways
 * @param virtualServices the VirtualServices
 * @param tables the route tables, built once
 * @param claimOverlaps where claims overlap
 */
public record StillRoutes(ServiceCatalog services, FrontDoors frontDoors, Owners owners, SharedGateways sharedGateways,
		VirtualServices virtualServices, RouteTables tables, ClaimOverlaps claimOverlaps) {

	/**
	 * Reads a cluster.
	 * @param cluster the cluster
	 * @return what is known of it
	 */
	public static StillRoutes of(StillCluster cluster) {
		ClusterObjects objects = ClusterObjects.watch(cluster);
		SharedGateways sharedGateways = new SharedGateways(objects);
		MeshConfiguration mesh = new MeshConfiguration(cluster);
		mesh.refresh();
		RouteTables tables = new RouteTables(
				new TableBuilder(objects, sharedGateways, new GatewayWorkloads(objects), mesh));
		tables.rebuild();
		return new StillRoutes(new ServiceCatalog(objects),
				new FrontDoors(objects, new AlbStage(objects, new GatewayWorkloads(objects))),
				new Owners(objects, sharedGateways), sharedGateways, new VirtualServices(objects), tables,
				new ClaimOverlaps(objects));
	}

}
