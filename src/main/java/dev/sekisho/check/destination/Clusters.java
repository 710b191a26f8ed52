package dev.sekisho.check.destination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.sekisho.check.Examination;
import dev.sekisho.check.PlacedRoute;
import dev.sekisho.routing.RouteAction;
import dev.sekisho.routing.RouteAction.Destination;

/**
 * What the gateway would make of destinations.
 */
final class Clusters {

	private final List<Destination> destinations = new ArrayList<>();

	Clusters(Examination examination) {
		for (PlacedRoute placed : examination.routes()) {
			if (placed.route().action() instanceof RouteAction.Forward forward) {
				this.destinations.addAll(forward.destinations());
				this.destinations.addAll(forward.mirrors());
			}
		}
	}

	/**
	 * Whether the gateway would know a destination.
	 * @param found the destination
	 * @param clusterDomain the cluster's domain
	 * @return empty if no route would lead there
	 */
	Optional<Boolean> known(Target.Found found, String clusterDomain) {
		String host = found.key().name() + "." + found.key().namespace() + ".svc." + clusterDomain;
		String subset = found.target().field().at("subset").text();
		int port = found.target().port();
		return this.destinations.stream()
			.filter((one) -> one.host().equals(host) && one.subset().equals(subset)
					&& (port == 0 || one.port() == port))
			.map(Destination::exists)
			.findFirst();
	}

}
