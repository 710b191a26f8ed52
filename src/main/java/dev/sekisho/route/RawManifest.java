package dev.sekisho.route;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

/**
 * Turns a raw object into the plain maps and lists that the routing engine reads.
 */
public final class RawManifest {

	private RawManifest() {
	}

	/**
	 * The object as a JSON parser would return it, without status and managedFields.
	 * Values are shared with the object, not copied.
	 * @param object the object
	 * @return apiVersion, kind, metadata and whatever else the object holds
	 */
	public static Map<String, Object> of(GenericKubernetesResource object) {
		Map<String, Object> manifest = new LinkedHashMap<>();
		put(manifest, "apiVersion", object.getApiVersion());
		put(manifest, "kind", object.getKind());
		manifest.put("metadata", metadata(object.getMetadata()));
		object.getAdditionalProperties().forEach((name, value) -> {
			if (!"status".equals(name)) {
				manifest.put(name, value);
			}
		});
		return manifest;
	}

	/**
	 * The object as a tree that can be read without fear of wrong types.
	 * @param object the object
	 * @return the same as {@link #of(GenericKubernetesResource)}, copied
	 */
	public static JsonNode tree(GenericKubernetesResource object) {
		return PlainTree.of(of(object));
	}

	static Map<String, Object> metadata(@Nullable ObjectMeta meta) {
		Map<String, Object> metadata = new LinkedHashMap<>();
		if (meta != null) {
			put(metadata, "name", meta.getName());
			put(metadata, "namespace", meta.getNamespace());
			put(metadata, "uid", meta.getUid());
			put(metadata, "resourceVersion", meta.getResourceVersion());
			put(metadata, "creationTimestamp", meta.getCreationTimestamp());
			put(metadata, "labels", meta.getLabels());
			put(metadata, "annotations", meta.getAnnotations());
		}
		return metadata;
	}

	private static void put(Map<String, Object> map, String name, @Nullable Object value) {
		if (value != null) {
			map.put(name, value);
		}
	}

}
