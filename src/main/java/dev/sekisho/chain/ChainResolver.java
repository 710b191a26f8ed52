package dev.sekisho.chain;

import java.time.Instant;
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
		List<Destination> destinations = Destination.of(scene);
		List<Hop> hops = new ArrayList<>(new AlbHop(scene).hops());
		hops.add(new GatewayServiceHop(scene).hop());
		hops.add(new GatewayPodsHop(scene).hop());
		Hop gateway = new GatewayHop(scene).hop();
		hops.add(gateway);
		hops.add(new VirtualServiceHop(scene).hop(gateway, destinations.stream().anyMatch(Destination::missing)));
		for (Destination destination : destinations) {
			hops.add(new ServiceHop(scene, destination).hop());
			new EndpointsHop(scene, destination).hop().ifPresent(hops::add);
		}
		VirtualServiceFacts virtualService = subject.virtualService();
		Instant asOf = world.asOf();
		return new Chain(virtualService.key(), virtualService.hosts(), subject.placement().paths(),
				subject.gateway().name(), hops, asOf);
	}

}
