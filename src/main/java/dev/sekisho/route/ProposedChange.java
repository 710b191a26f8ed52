package dev.sekisho.route;

import java.util.LinkedHashMap;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.table.RoutingWorld;

/**
 * A change with what it proposes.
 *
 * @param change the change
 * @param virtualService the VirtualService as it would be written; {@code null} if it
 * would be deleted
 */
public record ProposedChange(OpenChange change, @Nullable GenericKubernetesResource virtualService) {

	/**
	 * A cluster after the change.
	 * @param before the cluster before
	 * @param live the VirtualService before: one that is replaced keeps its age;
	 * {@code null} if there is none
	 * @return the cluster after
	 */
	RoutingWorld appliedTo(RoutingWorld before, @Nullable GenericKubernetesResource live) {
		if (this.virtualService == null) {
			return before.withoutVirtualService(
					new ObjectName(this.change.virtualService().namespace(), this.change.virtualService().name()));
		}
		Map<String, Object> manifest = RawManifest.of(this.virtualService);
		Map<String, Object> metadata = new LinkedHashMap<>(RawManifest.metadata(this.virtualService.getMetadata()));
		metadata.remove("creationTimestamp");
		if (live != null && live.getMetadata().getCreationTimestamp() != null) {
			metadata.put("creationTimestamp", live.getMetadata().getCreationTimestamp());
		}
		manifest.put("metadata", metadata);
		return before.with(manifest);
	}

}
