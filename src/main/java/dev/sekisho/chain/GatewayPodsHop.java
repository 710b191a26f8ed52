package dev.sekisho.chain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.Culprit;

/**
 * The pods of the ingress gateway.
 */
final class GatewayPodsHop {

	private final Scene scene;

	GatewayPodsHop(Scene scene) {
		this.scene = scene;
	}

	Hop hop() {
		List<SeenPod> pods = this.scene.pods();
		PodList list = PodList.of(pods, this.scene::unhealthyTarget);
		HopBuilder hop = builder().pods(list).wire(wire(pods));
		if (pods.isEmpty()) {
			return none(hop);
		}
		long ready = pods.stream().filter((pod) -> pod.ready() && !this.scene.unhealthyTarget(pod)).count();
		pods.forEach((pod) -> readiness(hop, pod));
		if (ready > 0 && !this.scene.subject().culprits().isEmpty()) {
			return frozen(hop, this.scene.subject().culprits().get(0));
		}
		Instant refused = refusedSince(hop);
		if (ready > 0 && refused != null) {
			return hop.advise("no-restart", null)
				.advise("istiod-log", "kubectl -n istio-system logs deploy/istiod | grep 'ACK ERROR'")
				.degraded(Effect.FROZEN, "frozen-unexplained");
		}
		if (ready == pods.size()) {
			return hop.healthy("ready", ready);
		}
		list.worst().ifPresent((pod) -> PodAdvice.add(hop, pods, pod));
		if (ready > 0) {
			return hop.degraded(Effect.READY_PODS_ONLY, "some-not-ready", ready, pods.size());
		}
		return pods.stream().allMatch(this.scene::unhealthyTarget)
				? hop.down(Effect.FAILS_OPEN, "gate-false", pods.size())
				: hop.down(noneReady(), "none-ready", pods.size());
	}

	// Envoy refuses the routes of all teams, keeps those it has, and says so to istiod
	// only.
	private Hop frozen(HopBuilder hop, Culprit culprit) {
		ObjectKey key = culprit.virtualService();
		hop.advise("no-restart", null);
		if (refusedSince(hop) == null && this.scene.world().pushes().taken(this.scene.pods())) {
			hop.because("push-taken", "", this.scene.world().pushes().at());
		}
		if (!this.scene.subject().visible().test(key.namespace())) {
			return hop.because("frozen-hidden", "", culprit.since())
				.advise("culprit-owner", null)
				.degraded(Effect.FROZEN, "frozen-hidden");
		}
		String fields = culprit.flaws().stream().map(Culprit.Flaw::path).distinct().collect(Collectors.joining(", "));
		hop.fact(Source.VIRTUAL_SERVICE, new ObjectRef("VirtualService", key), "spec.http", fields, culprit.since());
		String team = this.scene.subject().team().apply(key.namespace());
		return hop.because("frozen", fields, culprit.since(), key.toString())
			.advise("culprit", Kubectl.yaml("virtualservice", key), key.toString(), team)
			.degraded(Effect.FROZEN, "frozen", key.toString(), team);
	}

	/**
	 * Tells what istiod says of the last push, if it was asked.
	 * @param hop the hop
	 * @return since when a pod refuses its routes; {@code null} if none does, as far as
	 * is known
	 */
	private @Nullable Instant refusedSince(HopBuilder hop) {
		Pushes pushes = this.scene.world().pushes();
		Instant since = pushes.refusedSince(this.scene.pods()).orElse(null);
		if (since != null) {
			hop.fact(Source.ISTIOD, hop.object(), "route_acked", "≠ route_sent", since).because("refused", "", since);
		}
		else if (pushes.taken(this.scene.pods())) {
			hop.fact(Source.ISTIOD, hop.object(), "route_acked", "= route_sent", pushes.at());
		}
		return since;
	}

	private Hop none(HopBuilder hop) {
		ServiceFacts service = this.scene.service();
		SeenGateway gateway = this.scene.gateway();
		Map<String, String> selector = (service != null) ? service.selector()
				: (gateway != null) ? gateway.selector() : Map.of();
		return hop.advise("compare-labels", Kubectl.pods(namespace(), selector))
			.down(Effect.NONE_ARRIVES, "none", Labels.text(selector));
	}

	private Effect noneReady() {
		return this.scene.doors().isEmpty() ? Effect.NONE_ARRIVES : Effect.FAILS_OPEN;
	}

	private void readiness(HopBuilder hop, SeenPod pod) {
		pod.condition("Ready")
			.ifPresent((ready) -> hop.fact(Source.POD, new ObjectRef("Pod", pod.key()), "Ready", ready.status(),
					ready.since()));
	}

	private String wire(List<SeenPod> pods) {
		return this.scene.port().map((port) -> {
			int number = port.targetNumber(pods);
			return "port " + ((number > 0) ? String.valueOf(number) : port.target());
		}).orElse("");
	}

	private HopBuilder builder() {
		ServiceFacts service = this.scene.service();
		ObjectKey key = (service != null) ? service.key() : new ObjectKey(namespace(), "");
		return new HopBuilder(HopKind.GATEWAY_PODS, new ObjectRef("Pod", key)).relyOn("Pods", this.scene.world().pods())
			.onPath(true);
	}

	private String namespace() {
		ServiceFacts service = this.scene.service();
		return (service != null) ? service.key().namespace() : this.scene.subject().gateway().gateway().namespace();
	}

}
