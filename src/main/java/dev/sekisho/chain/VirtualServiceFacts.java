package dev.sekisho.chain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.routing.GatewayReference;

/**
 * A VirtualService.
 *
 * @param key its key
 * @param hosts its hosts; empty for a delegate
 * @param gateways the Gateways it is bound to, as {@code namespace/name}, and
 * {@code mesh}
 * @param exportTo the namespaces it is exported to; empty stands for all
 * @param destinations where its HTTP routes send, each once, in order
 * @param http whether it has HTTP routes at all
 */
record VirtualServiceFacts(ObjectKey key, List<String> hosts, List<String> gateways, List<String> exportTo,
		List<Destination> destinations, boolean http) {

	/** None at all. */
	static final VirtualServiceFacts NONE = new VirtualServiceFacts(new ObjectKey("", ""), List.of(), List.of(),
			List.of(), List.of(), false);

	static VirtualServiceFacts of(GenericKubernetesResource object, String clusterDomain) {
		ObjectKey key = Keys.of(object);
		Fields spec = Fields.of(object).at("spec");
		List<Fields> http = spec.list("http");
		Set<Destination> destinations = new LinkedHashSet<>();
		http.forEach((route) -> destinations.addAll(destinations(route, key.namespace(), clusterDomain)));
		return new VirtualServiceFacts(key, spec.texts("hosts"), gateways(spec, key.namespace()),
				spec.texts("exportTo"), List.copyOf(destinations), !http.isEmpty());
	}

	private static List<Destination> destinations(Fields route, String namespace, String clusterDomain) {
		List<Fields> entries = route.list("route");
		return entries.stream()
			.filter((entry) -> entries.size() == 1 || entry.number("weight") > 0)
			.map((entry) -> entry.at("destination"))
			.map((destination) -> new Destination(full(destination.text("host"), namespace, clusterDomain),
					destination.at("port").number("number")))
			.toList();
	}

	// Istio completes only names without a dot (pkg/config, ResolveShortnameToFQDN).
	private static String full(String host, String namespace, String clusterDomain) {
		boolean complete = host.isEmpty() || host.contains(".") || host.startsWith("*");
		return complete ? host : host + "." + namespace + ".svc." + clusterDomain;
	}

	private static List<String> gateways(Fields spec, String namespace) {
		List<String> gateways = spec.texts("gateways");
		return (gateways.isEmpty() ? List.of("mesh") : gateways).stream()
			.map((gateway) -> GatewayReference.resolve(gateway, namespace))
			.toList();
	}

	boolean boundTo(ObjectKey gateway) {
		return this.gateways.contains(gateway.toString());
	}

	boolean exportedTo(String namespace) {
		return this.exportTo.isEmpty() || this.exportTo.contains("*") || this.exportTo.contains(namespace)
				|| (this.exportTo.contains(".") && this.key.namespace().equals(namespace));
	}

	/**
	 * Where a route sends.
	 *
	 * @param host the full host
	 * @param port the port; 0 if none is named
	 */
	record Destination(String host, int port) {

		@Override
		public String toString() {
			return (this.port > 0) ? this.host + ":" + this.port : this.host;
		}

	}

}
