package dev.sekisho.chain;

import java.util.ArrayList;
import java.util.List;

/**
 * Resolves the chain of a VirtualService from what was seen. Pure: the same world gives
 * the same chain.
 */
final class ChainResolver {

	static final String CLUSTER_DOMAIN = "cluster.local";

	private ChainResolver() {
	}

	static Chain resolve(ChainWorld world, Subject subject) {
		Scene scene = Scene.of(world, subject);
		List<Hop> hops = new ArrayList<>(shared(scene));
		hops.addAll(own(scene, hops.get(hops.size() - 1)));
		VirtualServiceFacts virtualService = subject.virtualService();
		return new Chain(virtualService.key(), virtualService.hosts(), subject.placement().paths(),
				subject.gateway().name(), hops, world.asOf());
	}

	/**
	 * The hops that all VirtualServices of a gateway have in common.
	 * @param scene what was found of the chain
	 * @return the hops from the load balancers to the Gateway, which is last
	 */
	static List<Hop> shared(Scene scene) {
		List<Hop> hops = new ArrayList<>(new AlbHop(scene).hops());
		hops.add(new GatewayServiceHop(scene).hop());
		hops.add(new GatewayPodsHop(scene).hop());
		hops.add(new GatewayHop(scene).hop());
		return hops;
	}

	/**
	 * The hops of one VirtualService.
	 * @param scene what was found of the chain
	 * @param gateway the Gateway's hop
	 * @return the hops from the VirtualService to the endpoints
	 */
	static List<Hop> own(Scene scene, Hop gateway) {
		List<Destination> destinations = Destination.of(scene);
		List<Hop> hops = new ArrayList<>();
		hops.add(new VirtualServiceHop(scene).hop(gateway, destinations.stream().anyMatch(Destination::missing)));
		for (Destination destination : destinations) {
			hops.add(new ServiceHop(scene, destination).hop());
			new EndpointsHop(scene, destination).hop().ifPresent(hops::add);
		}
		return hops;
	}

}
