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
 * What rules ask about the cluster beside the route table.
 */
@Component
public class Surroundings {

	private final ServiceCatalog services;

	private final FrontDoors frontDoors;

	private final ClaimOverlaps claimOverlaps;

	Surroundings(ServiceCatalog services, FrontDoors frontDoors, ClaimOverlaps claimOverlaps) {
		this.services = services;
		this.frontDoors = frontDoors;
		this.claimOverlaps = claimOverlaps;
	}

	/**
	 * Finds a Service.
	 * @param key its namespace and name
	 * @return the Service; empty if there is none
	 */
	public Optional<ServiceEntryPoint> service(ObjectKey key) {
		return this.services.service(key);
	}

	/**
	 * Whether a Service that isn't found doesn't exist.
	 * @return {@code false} if Services aren't visible
	 */
	public boolean servicesKnown() {
		return this.services.complete();
	}

	/**
	 * The labels of a namespace.
	 * @param namespace the namespace
	 * @return its labels; empty if it isn't known
	 */
	public Map<String, String> labels(String namespace) {
		return this.services.namespaceLabels(namespace);
	}

	/**
	 * The places that the claims of a gateway give to different namespaces.
	 * @param gateway the shared gateway
	 * @return the overlaps
	 */
	public List<ClaimOverlap> claimOverlaps(SharedGateway gateway) {
		return this.claimOverlaps.of(gateway);
	}

	/**
	 * Whether requests from the internet may reach the gateway.
	 * @param gateway the shared gateway
	 * @return {@code false} only if every front door says that it is internal
	 */
	public boolean internetFacing(SharedGateway gateway) {
		return this.frontDoors.exposure(gateway) != FrontDoors.Exposure.INTERNAL;
	}

}
