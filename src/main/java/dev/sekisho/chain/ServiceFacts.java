package dev.sekisho.chain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.cluster.ObjectKey;

/**
 * A Service.
 *
 * @param key its key
 * @param type its type
 * @param selector which pods it selects; empty if it selects none by itself
 * @param ports its ports
 * @param externalName the name an ExternalName Service stands for; else empty
 * @param balancer the name of its own load balancer in DNS; may be empty
 */
record ServiceFacts(ObjectKey key, String type, Map<String, String> selector, List<Port> ports, String externalName,
		String balancer) {

	static ServiceFacts of(GenericKubernetesResource object) {
		Fields spec = Fields.of(object).at("spec");
		String type = spec.text("type");
		return new ServiceFacts(Keys.of(object), type.isEmpty() ? "ClusterIP" : type,
				Map.copyOf(spec.strings("selector")), spec.list("ports").stream().map(Port::of).toList(),
				spec.text("externalName"), SeenIngress.balancer(object));
	}

	boolean selects(SeenPod pod) {
		return this.key.namespace().equals(pod.key().namespace()) && Labels.select(this.selector, pod.labels());
	}

	/**
	 * Finds a port.
	 * @param numberOrName its number or its name
	 * @return the port
	 */
	Optional<Port> port(String numberOrName) {
		return this.ports.stream()
			.filter((port) -> String.valueOf(port.number()).equals(numberOrName) || port.name().equals(numberOrName))
			.findFirst();
	}

	/**
	 * A port of a Service.
	 *
	 * @param number its number
	 * @param name its name; may be empty
	 * @param target the pods' port, by number or by name
	 * @param nodePort the port on the nodes; 0 if it has none
	 */
	record Port(int number, String name, String target, int nodePort) {

		private static Port of(Fields port) {
			String target = port.text("targetPort");
			return new Port(port.number("port"), port.text("name"), target.isEmpty() ? port.text("port") : target,
					port.number("nodePort"));
		}

		/**
		 * The pods' port as a number.
		 * @param pods the pods, which know their named ports
		 * @return the number; 0 if no pod has a port of that name
		 */
		int targetNumber(List<SeenPod> pods) {
			if (namedTarget()) {
				return pods.stream()
					.mapToInt((pod) -> pod.ports().getOrDefault(this.target, 0))
					.filter((number) -> number > 0)
					.findFirst()
					.orElse(0);
			}
			return (this.target.length() <= 5) ? Integer.parseInt(this.target) : 0;
		}

		boolean namedTarget() {
			return !this.target.chars().allMatch(Character::isDigit);
		}

	}

}
