package dev.sekisho.chain;

import java.util.List;

import dev.sekisho.cluster.ObjectKey;

/**
 * What to do about a pod that isn't ready.
 */
final class PodAdvice {

	private PodAdvice() {
	}

	static void add(HopBuilder hop, List<SeenPod> pods, PodDetail worst) {
		ObjectKey key = pods.stream()
			.map(SeenPod::key)
			.filter((candidate) -> candidate.name().equals(worst.name()))
			.findFirst()
			.orElseThrow();
		String describe = Kubectl.describe("pod", key);
		Object first = worst.reason().arguments().isEmpty() ? "" : worst.reason().arguments().get(0);
		switch (worst.reason().code()) {
			case "pod.gate-false" -> hop.advise("security-group", null).advise("describe-pod", describe);
			case "pod.image-auto" -> hop.advise("image-auto", describe);
			case "pod.restarting" ->
				hop.advise("logs-previous", Kubectl.logs(key.namespace(), key.name(), first.toString(), true))
					.advise("roll-back", null);
			case "pod.container-not-ready" ->
				hop.advise("logs", Kubectl.logs(key.namespace(), key.name(), first.toString(), false))
					.advise("roll-back", null);
			default -> hop.advise("describe-pod", describe);
		}
	}

}
