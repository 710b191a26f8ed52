package dev.sekisho.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.ClaimOverlap;
import dev.sekisho.route.ServiceEntryPoint;
import dev.sekisho.route.SharedGateway;

/**
 * What rules ask beside the route table: of the cluster, or of manifests.
 */
public interface Surroundings {

	/**
	 * Finds a Service.
	 * @param key its namespace and name
	 * @return the Service; empty if there is none
	 */
	Optional<ServiceEntryPoint> service(ObjectKey key);

	/**
	 * Whether a Service that isn't found doesn't exist.
	 * @return {@code false} if Services aren't visible
	 */
	boolean servicesKnown();

	/**
	 * The labels of a namespace.
	 * @param namespace the namespace
	 * @return its labels; empty if it isn't known
	 */
	Map<String, String> labels(String namespace);

	/**
	 * The places that the claims of a gateway give to different namespaces.
	 * @param gateway the shared gateway
	 * @return the overlaps
	 */
	List<ClaimOverlap> claimOverlaps(SharedGateway gateway);

	/**
	 * Whether requests from the internet may reach the gateway.
	 * @param gateway the shared gateway
	 * @return {@code false} only if every front door says that it is internal
	 */
	boolean internetFacing(SharedGateway gateway);

}
