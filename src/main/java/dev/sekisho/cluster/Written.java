package dev.sekisho.cluster;

import java.util.List;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * The outcome of a write.
 *
 * @param object the object as the API server returned it
 * @param warnings its warnings, such as those of admission webhooks
 */
public record Written(GenericKubernetesResource object, List<String> warnings) {

	public Written {
		warnings = List.copyOf(warnings);
	}

}
