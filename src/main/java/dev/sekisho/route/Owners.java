package dev.sekisho.route;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.SharedGateway.OwnerRule;

/**
 * Tells who stands behind a namespace, by the label and annotation that the shared
 * gateways name.
 */
@Component
public class Owners {

	private final ClusterObjects objects;

	private final SharedGateways sharedGateways;

	Owners(ClusterObjects objects, SharedGateways sharedGateways) {
		this.objects = objects;
		this.sharedGateways = sharedGateways;
	}

	/**
	 * The owner of a namespace.
	 * @param namespace the namespace
	 * @return its owner; the namespace's own name stands for a team that isn't said
	 */
	public Owner of(String namespace) {
		NamespaceMeta meta = this.objects.namespaces()
			.snapshot()
			.find(ObjectKey.of(namespace))
			.orElse(NamespaceMeta.NONE);
		OwnerRule rule = this.sharedGateways.all()
			.stream()
			.map(SharedGateway::owner)
			.filter((candidate) -> meta.labels().containsKey(candidate.label()))
			.findFirst()
			.orElse(OwnerRule.DEFAULT);
		return new Owner(meta.labels().getOrDefault(rule.label(), namespace),
				meta.annotations().getOrDefault(rule.contactAnnotation(), ""));
	}

}
