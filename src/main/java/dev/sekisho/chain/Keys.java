package dev.sekisho.chain;

import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;

import dev.sekisho.cluster.ObjectKey;

/**
 * Reads the metadata of raw objects.
 */
final class Keys {

	private Keys() {
	}

	static ObjectKey of(GenericKubernetesResource object) {
		ObjectMeta meta = object.getMetadata();
		return new ObjectKey((meta.getNamespace() != null) ? meta.getNamespace() : "", meta.getName());
	}

	static Map<String, String> labels(GenericKubernetesResource object) {
		Map<String, String> labels = object.getMetadata().getLabels();
		return (labels != null) ? Map.copyOf(labels) : Map.of();
	}

	static Map<String, String> annotations(GenericKubernetesResource object) {
		Map<String, String> annotations = object.getMetadata().getAnnotations();
		return (annotations != null) ? annotations : Map.of();
	}

}
