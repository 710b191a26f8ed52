package dev.sekisho.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.PackedObject;
import dev.sekisho.routing.GatewayReference;

/**
 * A VirtualService as the watch cache holds it: small, with what is asked of all of them
 * at hand.
 */
public final class VirtualServiceRecord {

	private final PackedObject packed;

	private final List<ObjectKey> gateways;

	private final List<ObjectKey> delegates;

	private VirtualServiceRecord(PackedObject packed, List<ObjectKey> gateways, List<ObjectKey> delegates) {
		this.packed = packed;
		this.gateways = List.copyOf(gateways);
		this.delegates = List.copyOf(delegates);
	}

	static VirtualServiceRecord of(GenericKubernetesResource object) {
		JsonNode spec = RawManifest.tree(object).path("spec");
		String namespace = object.getMetadata().getNamespace();
		List<ObjectKey> gateways = new ArrayList<>();
		spec.path("gateways").forEach((name) -> gateways.add(gateway(namespace, name.asText())));
		List<ObjectKey> delegates = new ArrayList<>();
		for (JsonNode http : spec.path("http")) {
			JsonNode delegate = http.path("delegate");
			if (delegate.path("name").isTextual()) {
				delegates
					.add(new ObjectKey(delegate.path("namespace").asText(namespace), delegate.path("name").asText()));
			}
		}
		return new VirtualServiceRecord(PackedObject.of(object), gateways, delegates);
	}

	private static ObjectKey gateway(String namespace, String reference) {
		String resolved = GatewayReference.resolve(reference, namespace);
		int slash = resolved.indexOf('/');
		return (slash < 0) ? new ObjectKey(namespace.intern(), resolved.intern())
				: new ObjectKey(resolved.substring(0, slash).intern(), resolved.substring(slash + 1).intern());
	}

	/**
	 * The object.
	 * @return the object without managedFields, a copy of its own for each caller
	 */
	public GenericKubernetesResource object() {
		return this.packed.unpack();
	}

	Map<String, Object> manifest() {
		return this.packed.manifest();
	}

	/**
	 * The Gateways it names, whether or not they exist.
	 * @return their names
	 */
	List<ObjectKey> gateways() {
		return this.gateways;
	}

	boolean delegatesTo(ObjectKey other) {
		return this.delegates.contains(other);
	}

}
