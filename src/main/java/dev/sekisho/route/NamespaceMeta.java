package dev.sekisho.route;

import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

/**
 * Labels and annotations of a Namespace.
 *
 * @param labels its labels
 * @param annotations its annotations
 * @param terminating whether it is being deleted
 */
record NamespaceMeta(Map<String, String> labels, Map<String, String> annotations, boolean terminating) {

	static final NamespaceMeta NONE = new NamespaceMeta(Map.of(), Map.of(), false);

	NamespaceMeta {
		labels = Map.copyOf(labels);
		annotations = Map.copyOf(annotations);
	}

	static NamespaceMeta of(GenericKubernetesResource object) {
		ObjectMeta meta = object.getMetadata();
		return new NamespaceMeta(orEmpty(meta.getLabels()), orEmpty(meta.getAnnotations()),
				meta.getDeletionTimestamp() != null);
	}

	private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
		return (map != null) ? map : Map.of();
	}

}
