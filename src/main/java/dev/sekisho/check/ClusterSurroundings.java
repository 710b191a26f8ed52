package dev.sekisho.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.ClaimOverlap;
import dev.sekisho.route.ClaimOverlaps;
import dev.sekisho.route.FrontDoors;
import dev.sekisho.route.ServiceCatalog;
import dev.sekisho.route.ServiceEntryPoint;
import dev.sekisho.route.SharedGateway;

/**
 * What surrounds a proposal in the cluster.
 */
@Component
class ClusterSurroundings implements Surroundings {

	private final ServiceCatalog services;

	private final FrontDoors frontDoors;

	private final ClaimOverlaps claimOverlaps;

	ClusterSurroundings(ServiceCatalog services, FrontDoors frontDoors, ClaimOverlaps claimOverlaps) {
		this.services = services;
		this.frontDoors = frontDoors;
		this.claimOverlaps = claimOverlaps;
	}

	@Override
	public Optional<ServiceEntryPoint> service(ObjectKey key) {
		return this.services.service(key);
	}

	@Override
	public boolean servicesKnown() {
		return this.services.complete();
	}

	@Override
	public Map<String, String> labels(String namespace) {
		return this.services.namespaceLabels(namespace);
	}

	@Override
	public List<ClaimOverlap> claimOverlaps(SharedGateway gateway) {
		return this.claimOverlaps.of(gateway);
	}

	@Override
	public boolean internetFacing(SharedGateway gateway) {
		return this.frontDoors.exposure(gateway) != FrontDoors.Exposure.INTERNAL;
	}

}
