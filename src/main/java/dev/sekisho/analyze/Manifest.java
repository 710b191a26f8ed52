package dev.sekisho.analyze;

import java.util.LinkedHashMap;
import java.util.Map;

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

	private static Map<String, Object> metadata(Map<String, Object> raw) {
		return (raw.get("metadata") instanceof Map<?, ?> map) ? copy(map) : Map.of();
	}

	private static Map<String, Object> copy(Map<?, ?> map) {
		Map<String, Object> copy = new LinkedHashMap<>();
		map.forEach((key, value) -> copy.put(String.valueOf(key), value));
		return copy;
	}

}
