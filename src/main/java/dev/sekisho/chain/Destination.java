package dev.sekisho.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * A destination of a VirtualService and what was found behind its host.
 *
 * @param written the destination as written
 * @param key the Service its host stands for; {@code null} if it isn't a Service's
 * @param service that Service, if it exists
 * @param pods the pods it selects
 * @param visible whether the reader may see its namespace
 * @param known whether the mesh has the host, as far as the route table tells
 * @param current whether what is known of Services is current
 */
record Destination(VirtualServiceFacts.Destination written, @Nullable ObjectKey key, @Nullable ServiceFacts service,
		List<SeenPod> pods, boolean visible, boolean known, boolean current) {

	static List<Destination> of(Scene scene) {
		List<Destination> destinations = new ArrayList<>();
		for (VirtualServiceFacts.Destination written : scene.subject().virtualService().destinations()) {
			destinations.add(of(scene, written));
		}
		return destinations;
	}

	private static Destination of(Scene scene, VirtualServiceFacts.Destination written) {
		ObjectKey key = Hosts.service(written.host(), ChainResolver.CLUSTER_DOMAIN).orElse(null);
		ServiceFacts service = (key != null) ? scene.world().services().items().get(key) : null;
		List<SeenPod> pods = (service != null) ? scene.world().selectedBy(service) : List.of();
		boolean visible = key == null || scene.subject().visible().test(key.namespace());
		boolean current = scene.world().services().freshness().live();
		return new Destination(written, key, service, pods, visible, scene.subject().placement().knows(written.host()),
				current);
	}

	/**
	 * The port of the Service: the one named, else the only one.
	 * @return the port, if the Service has it
	 */
	Optional<ServiceFacts.Port> port() {
		ServiceFacts found = this.service;
		if (found == null) {
			return Optional.empty();
		}
		if (this.written.port() == 0) {
			return (found.ports().size() == 1) ? Optional.of(found.ports().get(0)) : found.port("80");
		}
		return found.port(String.valueOf(this.written.port()));
	}

	/**
	 * Whether requests to it are answered with 503 because there is nothing to send to.
	 * @return {@code true} if the Service or its port doesn't exist
	 */
	boolean missing() {
		if (this.key == null) {
			return !this.known;
		}
		return this.visible && this.current
				&& (this.service == null || (port().isEmpty() && this.service.externalName().isEmpty()));
	}

}
