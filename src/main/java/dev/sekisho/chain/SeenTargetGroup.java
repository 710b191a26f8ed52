package dev.sekisho.chain;

import java.time.Instant;
import java.util.List;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * A TargetGroupBinding.
 *
 * @param key its key
 * @param service the Service whose pods or nodes are the targets
 * @param port the port of the Service, by number or name
 * @param targetType {@code ip} or {@code instance}
 * @param ofIngress whether the controller made it for an Ingress
 * @param failures its conditions that are False
 */
record SeenTargetGroup(ObjectKey key, ObjectKey service, String port, String targetType, boolean ofIngress,
		List<Failure> failures) {

	static SeenTargetGroup of(GenericKubernetesResource object) {
		ObjectKey key = Keys.of(object);
		Fields spec = Fields.of(object).at("spec");
		Fields service = spec.at("serviceRef");
		String type = spec.text("targetType");
		return new SeenTargetGroup(key, new ObjectKey(key.namespace(), service.text("name")), service.text("port"),
				type.isEmpty() ? "instance" : type,
				Keys.labels(object).keySet().stream().anyMatch((label) -> label.startsWith("ingress.k8s.aws/")),
				Fields.of(object)
					.at("status")
					.list("conditions")
					.stream()
					.filter((condition) -> "False".equals(condition.text("status")))
					.map(Failure::of)
					.toList());
	}

	/**
	 * The readiness gate that the controller injects for this binding.
	 * @return the condition's type
	 */
	String gate() {
		return SeenPod.TARGET_HEALTH + this.key.name();
	}

	/**
	 * A condition that is False.
	 *
	 * @param type its type
	 * @param words what the controller says about it
	 * @param since since when, where it says so
	 */
	record Failure(String type, String words, @Nullable Instant since) {

		private static Failure of(Fields condition) {
			String message = condition.text("message");
			return new Failure(condition.text("type"), message.isEmpty() ? condition.text("reason") : message,
					condition.time("lastTransitionTime"));
		}

	}

}
