package dev.sekisho.chain;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * A pod, as far as a chain depends on it.
 *
 * @param key its key
 * @param labels its labels
 * @param phase its phase
 * @param deleting whether it is being deleted
 * @param ports its named container ports
 * @param gates the load balancer's readiness gates it waits for
 * @param conditions its conditions that matter: readiness, scheduling and those gates
 * @param containers its containers
 * @param address its IP address; empty until it has one
 */
record SeenPod(ObjectKey key, Map<String, String> labels, String phase, boolean deleting, Map<String, Integer> ports,
		List<String> gates, List<Condition> conditions, List<Container> containers, String address) {

	static final Comparator<SeenPod> BY_KEY = Comparator.comparing(SeenPod::key);

	/** What the conditions begin with by which the controller tells a target's health. */
	static final String TARGET_HEALTH = "target-health.elbv2.k8s.aws/";

	static SeenPod of(GenericKubernetesResource object) {
		Fields spec = Fields.of(object).at("spec");
		Fields status = Fields.of(object).at("status");
		Map<String, Integer> ports = new HashMap<>();
		spec.list("containers")
			.stream()
			.flatMap((container) -> container.list("ports").stream())
			.filter((port) -> !port.text("name").isEmpty())
			.forEach((port) -> ports.put(port.text("name"), port.number("containerPort")));
		return new SeenPod(Keys.of(object), Keys.labels(object), status.text("phase"),
				object.getMetadata().getDeletionTimestamp() != null, Map.copyOf(ports), gates(spec), conditions(status),
				containers(spec, status), status.text("podIP"));
	}

	private static List<String> gates(Fields spec) {
		return spec.list("readinessGates")
			.stream()
			.map((gate) -> gate.text("conditionType"))
			.filter((type) -> type.startsWith(TARGET_HEALTH))
			.toList();
	}

	private static List<Condition> conditions(Fields status) {
		return status.list("conditions")
			.stream()
			.map(Condition::of)
			.filter((condition) -> condition.type().startsWith(TARGET_HEALTH) || "Ready".equals(condition.type())
					|| "PodScheduled".equals(condition.type()))
			.toList();
	}

	private static List<Container> containers(Fields spec, Fields status) {
		Map<String, String> images = new HashMap<>();
		Stream.concat(spec.list("initContainers").stream(), spec.list("containers").stream())
			.forEach((container) -> images.put(container.text("name"), container.text("image")));
		return Stream.concat(status.list("initContainerStatuses").stream(), status.list("containerStatuses").stream())
			.map((container) -> Container.of(container, images.getOrDefault(container.text("name"), "")))
			.toList();
	}

	boolean ready() {
		return condition("Ready").map(Condition::holds).orElse(false) && !this.deleting;
	}

	Optional<Condition> condition(String type) {
		return this.conditions.stream().filter((condition) -> condition.type().equals(type)).findFirst();
	}

	/**
	 * A condition of a pod.
	 *
	 * @param type its type
	 * @param status {@code True}, {@code False} or {@code Unknown}
	 * @param since since when
	 * @param reason the reason in one word; may be empty
	 * @param message the message; may be empty
	 */
	record Condition(String type, String status, @Nullable Instant since, String reason, String message) {

		private static Condition of(Fields condition) {
			return new Condition(condition.text("type"), condition.text("status"), condition.time("lastTransitionTime"),
					condition.text("reason"), condition.text("message"));
		}

		boolean holds() {
			return "True".equals(this.status);
		}

		boolean fails() {
			return "False".equals(this.status);
		}

	}

	/**
	 * A container of a pod.
	 *
	 * @param name its name
	 * @param image the image asked for
	 * @param ready whether it is ready
	 * @param restarts how often it was restarted
	 * @param waiting why it waits, such as {@code CrashLoopBackOff}; empty if it doesn't
	 * @param message what the cluster says about the waiting; may be empty
	 * @param exitCode how it ended the last time; {@code null} if it never did
	 */
	record Container(String name, String image, boolean ready, int restarts, String waiting, String message,
			@Nullable Integer exitCode) {

		private static Container of(Fields status, String image) {
			Fields waiting = status.at("state", "waiting");
			Fields ended = status.at("state", "terminated").map().isEmpty() ? status.at("lastState", "terminated")
					: status.at("state", "terminated");
			return new Container(status.text("name"), image, status.flag("ready", false), status.number("restartCount"),
					waiting.text("reason"), waiting.text("message"),
					ended.has("exitCode") ? ended.number("exitCode") : null);
		}

	}

}
