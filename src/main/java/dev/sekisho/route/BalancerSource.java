package dev.sekisho.route;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Tells what a change of routes asks of the load balancers before a shared gateway; a
 * port, since the module that knows load balancers isn't known to those that show
 * changes.
 */
public interface BalancerSource {

	/**
	 * What the hosts of a VirtualService ask of the load balancers.
	 * @param gateway the shared gateway
	 * @param hosts the hosts; empty if the VirtualService goes away
	 * @param sees which namespaces the reader may see
	 * @param locale the language of the sentences
	 * @return what is known of it now
	 */
	BalancerNeeds needs(SharedGateway gateway, List<String> hosts, Predicate<String> sees, Locale locale);

}
