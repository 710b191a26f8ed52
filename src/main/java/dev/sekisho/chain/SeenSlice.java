package dev.sekisho.chain;

import java.util.List;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.cluster.ObjectKey;

/**
 * An EndpointSlice.
 *
 * @param key its key
 * @param service the Service it belongs to
 * @param endpoints its endpoints
 */
record SeenSlice(ObjectKey key, ObjectKey service, List<Endpoint> endpoints) {

	static SeenSlice of(GenericKubernetesResource object) {
		ObjectKey key = Keys.of(object);
		String service = Keys.labels(object).getOrDefault("kubernetes.io/service-name", "");
		return new SeenSlice(key, new ObjectKey(key.namespace(), service),
				Fields.of(object).list("endpoints").stream().map(Endpoint::of).toList());
	}

	/**
	 * One endpoint.
	 *
	 * @param pod the name of its pod; empty if it has none
	 * @param ready whether traffic is sent to it
	 */
	record Endpoint(String pod, boolean ready) {

		private static Endpoint of(Fields endpoint) {
			Fields target = endpoint.at("targetRef");
			return new Endpoint("Pod".equals(target.text("kind")) ? target.text("name") : "",
					endpoint.at("conditions").flag("ready", true));
		}

	}

}
