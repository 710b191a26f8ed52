package dev.sekisho.route;

import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.Snapshot;

/**
 * The VirtualServices as the watch last saw them.
 */
@Component
public class VirtualServices {

	private final ClusterObjects objects;

	VirtualServices(ClusterObjects objects) {
		this.objects = objects;
	}

	/**
	 * Finds one.
	 * @param key its namespace and name
	 * @return the object without managedFields, to be changed at will; empty if there is
	 * none
	 */
	public Optional<GenericKubernetesResource> find(ObjectKey key) {
		return snapshot().find(key).map(VirtualServiceRecord::object);
	}

	/**
	 * All of them.
	 * @return the snapshot
	 */
	public Snapshot<VirtualServiceRecord> snapshot() {
		return this.objects.virtualServices().snapshot();
	}

}
