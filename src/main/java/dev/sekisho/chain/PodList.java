package dev.sekisho.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The pods behind a hop: every unhealthy one is named, healthy ones up to five
 * altogether.
 *
 * @param named the pods that are named, unhealthy ones first
 * @param more how many healthy ones aren't
 */
record PodList(List<PodDetail> named, int more) {

	static final PodList NONE = new PodList(List.of(), 0);

	private static final int NAMED = 5;

	/**
	 * Describes pods.
	 * @param pods the pods
	 * @param badTarget which of them the load balancer calls unhealthy
	 * @return the list
	 */
	static PodList of(List<SeenPod> pods, Predicate<SeenPod> badTarget) {
		List<PodDetail> details = pods.stream()
			.map((pod) -> detail(pod, badTarget.test(pod)))
			.sorted(Comparator.comparing(PodDetail::state).reversed())
			.toList();
		List<PodDetail> bad = details.stream().filter((pod) -> pod.state() != HopState.HEALTHY).toList();
		List<PodDetail> named = new ArrayList<>(bad);
		details.stream()
			.filter((pod) -> pod.state() == HopState.HEALTHY)
			.limit(Math.max(0, NAMED - bad.size()))
			.forEach(named::add);
		return new PodList(List.copyOf(named), details.size() - named.size());
	}

	Optional<PodDetail> worst() {
		return this.named.stream().filter((pod) -> pod.state() != HopState.HEALTHY).findFirst();
	}

	private static PodDetail detail(SeenPod pod, boolean badTarget) {
		if (badTarget) {
			return badTarget(pod);
		}
		if (pod.ready()) {
			return new PodDetail(pod.key().name(), HopState.HEALTHY, Reason.of("pod.ready"), "", since(pod, "Ready"));
		}
		if (pod.deleting()) {
			return down(pod, Reason.of("pod.deleting"), "");
		}
		return waiting(pod).or(() -> unscheduled(pod)).or(() -> gated(pod)).orElseGet(() -> notReady(pod));
	}

	private static PodDetail badTarget(SeenPod pod) {
		SeenPod.Condition gate = pod.conditions()
			.stream()
			.filter((condition) -> condition.type().startsWith(SeenPod.TARGET_HEALTH) && condition.fails())
			.findFirst()
			.orElseThrow();
		String message = Stream.of(gate.reason(), gate.message())
			.filter((text) -> !text.isEmpty())
			.reduce((reason, text) -> reason + ": " + text)
			.orElse("");
		return new PodDetail(pod.key().name(), HopState.DOWN, Reason.of("pod.gate-false", gate.type()), message,
				gate.since());
	}

	private static Optional<PodDetail> waiting(SeenPod pod) {
		return pod.containers()
			.stream()
			.filter((container) -> !container.waiting().isEmpty() && !"PodInitializing".equals(container.waiting()))
			.findFirst()
			.map((container) -> down(pod, waiting(container), container.message()));
	}

	private static Reason waiting(SeenPod.Container container) {
		if ("auto".equals(container.image())) {
			return Reason.of("pod.image-auto", container.name());
		}
		Integer exitCode = container.exitCode();
		if (exitCode != null) {
			return Reason.of("pod.restarting", container.name(), container.waiting(), container.restarts(), exitCode);
		}
		return Reason.of("pod.waiting", container.name(), container.waiting());
	}

	private static Optional<PodDetail> unscheduled(SeenPod pod) {
		return pod.condition("PodScheduled")
			.filter(SeenPod.Condition::fails)
			.map((condition) -> down(pod, Reason.of("pod.unscheduled"), condition.message()));
	}

	private static Optional<PodDetail> gated(SeenPod pod) {
		return pod.condition("Ready")
			.filter((ready) -> "ReadinessGatesNotReady".equals(ready.reason()))
			.map((ready) -> down(pod, Reason.of("pod.gate-pending"), ready.message()));
	}

	private static PodDetail notReady(SeenPod pod) {
		String container = pod.containers()
			.stream()
			.filter((candidate) -> !candidate.ready())
			.map(SeenPod.Container::name)
			.findFirst()
			.orElse("");
		String message = pod.condition("Ready").map(SeenPod.Condition::message).orElse("");
		return container.isEmpty() ? down(pod, Reason.of("pod.not-ready"), message)
				: down(pod, Reason.of("pod.container-not-ready", container), message);
	}

	private static PodDetail down(SeenPod pod, Reason reason, String message) {
		return new PodDetail(pod.key().name(), HopState.DOWN, reason, message, since(pod, "Ready"));
	}

	private static @Nullable Instant since(SeenPod pod, String condition) {
		return pod.condition(condition).map(SeenPod.Condition::since).orElse(null);
	}

}
