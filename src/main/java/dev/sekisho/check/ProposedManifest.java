package dev.sekisho.check;

import java.util.LinkedHashMap;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.route.RawManifest;

/**
 * The manifest as it would stand in the cluster: an existing VirtualService keeps its
 * creation time, and with it its place; a new one is younger than all.
 *
 * @param proposal the proposal
 */
record ProposedManifest(Proposal proposal) {

	Map<String, Object> manifest() {
		GenericKubernetesResource proposed = this.proposal.proposed();
		Map<String, Object> manifest = (proposed != null) ? RawManifest.of(proposed) : new LinkedHashMap<>();
		manifest.putIfAbsent("apiVersion", "networking.istio.io/v1");
		manifest.put("kind", "VirtualService");
		manifest.put("metadata", metadata(manifest.get("metadata")));
		return manifest;
	}

	private Map<String, Object> metadata(@Nullable Object given) {
		Map<String, Object> metadata = new LinkedHashMap<>();
		if (given instanceof Map<?, ?> map) {
			map.forEach((key, value) -> metadata.put(String.valueOf(key), value));
		}
		metadata.put("namespace", this.proposal.virtualService().namespace());
		metadata.put("name", this.proposal.virtualService().name());
		metadata.remove("creationTimestamp");
		GenericKubernetesResource live = this.proposal.live();
		if (live != null && live.getMetadata().getCreationTimestamp() != null) {
			metadata.put("creationTimestamp", live.getMetadata().getCreationTimestamp());
		}
		return metadata;
	}

}
