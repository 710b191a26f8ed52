package dev.sekisho.guard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.change.Hashes;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.RawManifest;
import dev.sekisho.routing.GatewayReference;

/**
 * What is kept of a VirtualService.
 *
 * @param uid its uid
 * @param resourceVersion its version
 * @param hash the hash of its content
 * @param gateways the Gateways it is on, as {@code namespace/name}
 * @param delegates the VirtualServices its routes delegate to
 */
record WrittenRoute(String uid, String resourceVersion, String hash, List<String> gateways, Set<ObjectKey> delegates) {

	WrittenRoute {
		gateways = List.copyOf(gateways);
		delegates = Set.copyOf(delegates);
	}

	static WrittenRoute of(GenericKubernetesResource object) {
		JsonNode spec = RawManifest.tree(object).path("spec");
		String namespace = object.getMetadata().getNamespace();
		List<String> gateways = new ArrayList<>();
		spec.path("gateways").forEach((name) -> gateways.add(GatewayReference.resolve(name.asText(), namespace)));
		Set<ObjectKey> delegates = new LinkedHashSet<>();
		spec.path("http").forEach((route) -> {
			JsonNode delegate = route.path("delegate");
			if (delegate.path("name").isTextual()) {
				delegates
					.add(new ObjectKey(delegate.path("namespace").asText(namespace), delegate.path("name").asText()));
			}
		});
		return new WrittenRoute(object.getMetadata().getUid(), object.getMetadata().getResourceVersion(),
				Hashes.ofVirtualService(object), gateways, delegates);
	}

	boolean on(ObjectKey gateway) {
		return this.gateways.contains(gateway.toString());
	}

}
