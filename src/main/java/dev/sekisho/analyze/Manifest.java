package dev.sekisho.analyze;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.routing.ObjectName;

/**
 * One object of the input.
 *
 * @param source where it was read
 * @param kind its kind
 * @param name namespace and name
 * @param raw the object as read
 */
record Manifest(String source, String kind, ObjectName name, Map<String, Object> raw) {

	static final String VIRTUAL_SERVICE = "VirtualService";

	private static final Set<String> IDENTITY = Set.of("apiVersion", "kind", "metadata");

	private static final String DEFAULT_NAMESPACE = "default";

	static Manifest of(String source, Map<?, ?> document) {
		Map<String, Object> raw = copy(document);
		Map<String, Object> metadata = (raw.get("metadata") instanceof Map<?, ?> map) ? copy(map)
				: new LinkedHashMap<>();
		metadata.putIfAbsent("namespace", DEFAULT_NAMESPACE);
		raw.put("metadata", metadata);
		return new Manifest(source, String.valueOf(raw.get("kind")),
				new ObjectName(String.valueOf(metadata.get("namespace")), String.valueOf(metadata.get("name"))), raw);
	}

	boolean isIstio(String wanted) {
		return this.kind.equals(wanted)
				&& String.valueOf(this.raw.get("apiVersion")).startsWith("networking.istio.io/");
	}

	/**
	 * This object as it would stand in place of another one: with its age.
	 * @param live the other one
	 * @return the object
	 */
	Manifest inPlaceOf(Manifest live) {
		Map<String, Object> changed = new LinkedHashMap<>(this.raw);
		Map<String, Object> metadata = new LinkedHashMap<>(metadata(this.raw));
		metadata.remove("creationTimestamp");
		Object created = metadata(live.raw).get("creationTimestamp");
		if (created != null) {
			metadata.put("creationTimestamp", created);
		}
		changed.put("metadata", metadata);
		return new Manifest(this.source, this.kind, this.name, changed);
	}

	boolean isA(String group, String wanted) {
		String version = String.valueOf(this.raw.get("apiVersion"));
		return this.kind.equals(wanted)
				&& (group.isEmpty() ? version.indexOf('/') < 0 : version.startsWith(group + "/"));
	}

	/**
	 * A map of texts, such as the labels.
	 * @param field the field of metadata
	 * @return its entries that are texts
	 */
	Map<String, String> texts(String field) {
		Map<String, String> texts = new LinkedHashMap<>();
		if (metadata(this.raw).get(field) instanceof Map<?, ?> map) {
			map.forEach((key, value) -> {
				if (value instanceof String text) {
					texts.put(String.valueOf(key), text);
				}
			});
		}
		return texts;
	}

	ObjectKey key() {
		return new ObjectKey(this.name.namespace(), this.name.name());
	}

	/**
	 * The object as the client library has it, for the rules.
	 * @return the object, without metadata that isn't of the right type
	 */
	GenericKubernetesResource resource() {
		ObjectMeta meta = new ObjectMeta();
		meta.setNamespace(this.name.namespace());
		meta.setName(this.name.name());
		meta.setLabels(texts("labels"));
		meta.setAnnotations(texts("annotations"));
		if (metadata(this.raw).get("creationTimestamp") instanceof String created) {
			meta.setCreationTimestamp(created);
		}
		GenericKubernetesResource resource = new GenericKubernetesResource();
		resource.setApiVersion(String.valueOf(this.raw.get("apiVersion")));
		resource.setKind(this.kind);
		resource.setMetadata(meta);
		this.raw.forEach((field, value) -> {
			if (!IDENTITY.contains(field)) {
				resource.setAdditionalProperty(field, value);
			}
		});
		return resource;
	}

	private static Map<String, Object> metadata(Map<String, Object> raw) {
		return (raw.get("metadata") instanceof Map<?, ?> map) ? copy(map) : Map.of();
	}

	private static Map<String, Object> copy(Map<?, ?> map) {
		Map<String, Object> copy = new LinkedHashMap<>();
		map.forEach((key, value) -> copy.put(String.valueOf(key), value));
		return copy;
	}

}
