package dev.sekisho.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.route.LiveTable;
import dev.sekisho.routing.ObjectName;

/**
 * Tells whether a route table holds all that was written before a lease was taken.
 */
@Component
class CaughtUp {

	private final Cluster cluster;

	CaughtUp(Cluster cluster) {
		this.cluster = cluster;
	}

	/**
	 * Whether it does.
	 * @param table the route table
	 * @param lastWritten what the lease says was last written; where that isn't known,
	 * the API server is asked for every VirtualService
	 * @return {@code true} if the table may be judged by
	 */
	boolean isSo(LiveTable table, String lastWritten) {
		return lastWritten.equals(WorkloadLease.UNKNOWN) ? holdsEverything(table)
				: reached(table.resourceVersion(), lastWritten);
	}

	private boolean holdsEverything(LiveTable table) {
		List<GenericKubernetesResource> all = this.cluster.asPortal().list(ResourceKind.VIRTUAL_SERVICE, "");
		Set<ObjectName> names = new HashSet<>();
		for (GenericKubernetesResource object : all) {
			if (!reached(table.resourceVersion(), object.getMetadata().getResourceVersion())) {
				return false;
			}
			names.add(new ObjectName(object.getMetadata().getNamespace(), object.getMetadata().getName()));
		}
		return names.containsAll(table.world().virtualServices());
	}

	// From Kubernetes 1.35 on, resourceVersions of one resource may be compared as
	// numbers; before, they are such numbers too.
	private static boolean reached(String seen, String written) {
		if (written.equals(seen)) {
			return true;
		}
		return seen.matches("\\d{1,18}") && written.matches("\\d{1,18}")
				&& Long.parseLong(seen) >= Long.parseLong(written);
	}

}
