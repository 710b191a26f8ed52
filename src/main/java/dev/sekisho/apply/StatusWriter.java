package dev.sekisho.apply;

import java.util.Map;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.springframework.stereotype.Component;

import dev.sekisho.change.ChangeStatus;
import dev.sekisho.change.Json;
import dev.sekisho.change.StatusTree;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ResourceKind;

/**
 * Stores where a change stands, by compare-and-swap on the change as it was read.
 */
@Component
class StatusWriter {

	private final Cluster cluster;

	StatusWriter(Cluster cluster) {
		this.cluster = cluster;
	}

	/**
	 * Whether nobody has taken the change further since it was read, by a quorum read.
	 * @param file the change as read
	 * @return {@code true} if it still is as it was
	 * @throws ClusterException if the API server can't be asked
	 */
	boolean isCurrent(Case file) {
		Optional<GenericKubernetesResource> now = this.cluster.asPortal()
			.read(ResourceKind.ROUTE_CHANGE, file.change().key());
		return now.filter((object) -> object.getMetadata().getUid().equals(file.change().uid()))
			.filter((object) -> object.getMetadata().getDeletionTimestamp() == null)
			.filter((object) -> object.getMetadata().getResourceVersion().equals(file.change().resourceVersion()))
			.isPresent();
	}

	/**
	 * Stores a status, unless it is what is stored.
	 * @param file the change as read
	 * @param status the status
	 * @throws ClusterException if somebody else stored another one meanwhile, or the API
	 * server can't be reached
	 */
	void store(Case file, ChangeStatus status) {
		if (status.equals(file.change().status())) {
			return;
		}
		Map<String, Object> tree = Json.tree(file.resource());
		tree.put("status", StatusTree.over(tree.get("status"), status));
		this.cluster.asPortal().replaceStatus(ResourceKind.ROUTE_CHANGE, Json.object(tree));
	}

}
