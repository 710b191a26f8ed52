package dev.sekisho.route;

import java.util.List;

/**
 * What a change of routes asks of the load balancers before a shared gateway. Routes
 * behind a gateway need no listener rules of their own; whether clients get a valid
 * certificate depends on the host.
 *
 * @param addedRules how many listener rules the change adds
 * @param message the same in a sentence
 * @param hosts what is known of each host, for each load balancer
 */
public record BalancerNeeds(int addedRules, String message, List<Host> hosts) {

	public BalancerNeeds {
		hosts = List.copyOf(hosts);
	}

	/**
	 * What is known of a host at one load balancer.
	 *
	 * @param host the host
	 * @param balancer the object that stands for the load balancer, such as an Ingress;
	 * empty if none is known
	 * @param coverage {@code covered}, {@code names-unknown}, {@code none}, and others
	 * where no certificate is asked for
	 * @param certificates the certificates that were considered, as the objects name them
	 * @param message all of it in a sentence, names in backticks
	 */
	public record Host(String host, String balancer, String coverage, List<String> certificates, String message) {

		public Host {
			certificates = List.copyOf(certificates);
		}

	}

}
