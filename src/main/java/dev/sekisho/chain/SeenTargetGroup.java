package dev.sekisho.chain;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.cluster.ObjectKey;

/**
 * A TargetGroupBinding.
 *
 * @param key its key
 * @param service the Service whose pods or nodes are the targets
 * @param port the port of the Service, by number or name
 * @param targetType {@code ip} or {@code instance}
 * @param ofIngress whether the controller made it for an Ingress
 */
record SeenTargetGroup(ObjectKey key, ObjectKey service, String port, String targetType, boolean ofIngress) {

	static SeenTargetGroup of(GenericKubernetesResource object) {
		ObjectKey key = Keys.of(object);
		Fields spec = Fields.of(object).at("spec");
		Fields service = spec.at("serviceRef");
		String type = spec.text("targetType");
		return new SeenTargetGroup(key, new ObjectKey(key.namespace(), service.text("name")), service.text("port"),
				type.isEmpty() ? "instance" : type,
				Keys.labels(object).keySet().stream().anyMatch((label) -> label.startsWith("ingress.k8s.aws/")));
	}

	/**
	 * The readiness gate that the controller injects for this binding.
	 * @return the condition's type
	 */
	String gate() {
		return SeenPod.TARGET_HEALTH + this.key.name();
	}

}
