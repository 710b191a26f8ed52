package dev.sekisho.chain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * The load balancer. Its targets' health is read from the gateway pods' readiness gates,
 * which are a latch: True says that a target was healthy when it was registered, and
 * stays so (AWS Load Balancer Controller, "pod readiness gate").
 */
final class AlbHop {

	private final Scene scene;

	AlbHop(Scene scene) {
		this.scene = scene;
	}

	/**
	 * The hops before the gateway Service.
	 * @return one for each front door; one that says so if there is none
	 */
	List<Hop> hops() {
		if (this.scene.doors().isEmpty()) {
			return List.of(withoutDoor());
		}
		return this.scene.doors().stream().map(this::hop).toList();
	}

	private Hop withoutDoor() {
		ServiceFacts service = this.scene.service();
		ObjectKey gateway = this.scene.subject().gateway().gateway();
		if (service != null && "LoadBalancer".equals(service.type())) {
			return builder(new ObjectRef("Service", service.key())).relyOn("Services", this.scene.world().services())
				.fact(Source.SERVICE, "status.loadBalancer", service.balancer())
				.unknown("own-balancer", service.balancer());
		}
		return builder(new ObjectRef("Ingress", new ObjectKey(gateway.namespace(), "")))
			.relyOn("Ingresses", this.scene.world().ingresses())
			.unknown("none");
	}

	private Hop hop(Door door) {
		if (door.ingress() != null) {
			return ingress(door, door.ingress());
		}
		HopBuilder hop = builder(door.object());
		if (door.group() != null) {
			hop.relyOn("TargetGroupBindings", this.scene.world().targetGroups())
				.fact(Source.TARGET_GROUP_BINDING, "spec.targetType", door.group().targetType());
			return targets(hop);
		}
		return switch (door.object().kind()) {
			case "Ingress" -> missing(hop.relyOn("Ingresses", this.scene.world().ingresses()), "ingress");
			case "TargetGroupBinding" ->
				missing(hop.relyOn("TargetGroupBindings", this.scene.world().targetGroups()), "targetgroupbinding");
			default -> hop.unknown("not-followed", door.object().kind());
		};
	}

	private Hop missing(HopBuilder hop, String kind) {
		ObjectKey gateway = this.scene.subject().gateway().gateway();
		return hop.advise("create-front-door", "kubectl -n " + gateway.namespace() + " get " + kind)
			.down(Effect.NONE_ARRIVES, "missing");
	}

	private Hop ingress(Door door, SeenIngress ingress) {
		HopBuilder hop = builder(door.object()).relyOn("Ingresses", this.scene.world().ingresses());
		AlbSettings alb = ingress.alb();
		hop.wire(String.join(", ", alb.listeners()));
		AlbGroup group = AlbGroup.of(this.scene, ingress);
		new AlbFacts(ingress).tell(hop, group.members().size());
		AlbBudget.of(this.scene.world(), group.members()).tell(hop);
		return switch (new AlbClass(this.scene.world()).of(ingress)) {
			case OTHER -> hop.unknown("other-controller", ingress.ingressClass());
			case CANT_TELL -> hop.unknown("class-not-visible", ingress.ingressClass());
			case MISSING -> hop.advise("ingress-class", "kubectl get ingressclass")
				.down(Effect.NONE_ARRIVES, "class-missing", ingress.ingressClass());
			case ALB -> built(hop, door, ingress, group);
		};
	}

	private Hop built(HopBuilder hop, Door door, SeenIngress ingress, AlbGroup group) {
		String describe = Kubectl.describe("ingress", ingress.key());
		if (!ingress.alb().listenPortsReadable()) {
			return hop.states("listen-ports", ingress.alb().get("listen-ports", ""))
				.advise("listen-ports",
						Kubectl.annotateIngress(ingress.key(), "listen-ports", "'[{\"HTTP\":80},{\"HTTPS\":443}]'"))
				.degraded(Effect.PASS_AT_RISK, "listen-ports");
		}
		if (door.service() == null) {
			return hop.advise("ingress-path", describe).down(Effect.NONE_ARRIVES, "no-backend");
		}
		EarlierRules earlier = new EarlierRules(group, door);
		earlier.tell(hop);
		return group.problem(hop)
			.or(() -> ingress.hostname().isEmpty()
					? Optional.of(hop.advise("ingress-events", describe).down(Effect.NONE_ARRIVES, "no-address"))
					: earlier.problem(hop))
			.or(() -> new HealthCheck(this.scene, ingress).problem(hop))
			.orElseGet(() -> targets(hop));
	}

	private Hop targets(HopBuilder hop) {
		return binding(hop).orElseGet(() -> health(hop));
	}

	private Optional<Hop> binding(HopBuilder hop) {
		for (SeenTargetGroup group : this.scene.targetGroups()) {
			if (!group.failures().isEmpty()) {
				SeenTargetGroup.Failure failure = group.failures().get(0);
				hop.because("condition", failure.words(), failure.since(), failure.type(), group.key().name());
				return Optional.of(hop.advise("binding", Kubectl.describe("targetgroupbinding", group.key()))
					.degraded(Effect.PASS_AT_RISK, "binding-failed", group.key().name()));
			}
		}
		return Optional.empty();
	}

	private Hop health(HopBuilder hop) {
		List<SeenPod> pods = this.scene.pods().stream().filter((pod) -> !this.scene.gates(pod).isEmpty()).toList();
		long unhealthy = pods.stream().filter(this.scene::unhealthyTarget).count();
		pods.forEach((pod) -> gates(hop, pod));
		if (unhealthy > 0 && unhealthy == pods.size()) {
			return hop.advise("security-group", null).degraded(Effect.FAILS_OPEN, "fails-open", pods.size());
		}
		if (unhealthy > 0) {
			return hop.degraded(Effect.READY_PODS_ONLY, "targets-unhealthy", unhealthy, pods.size());
		}
		Instant registered = registered(pods);
		return (registered != null) ? hop.unknown("registered-healthy", registered) : unmeasured(hop, pods);
	}

	private Hop unmeasured(HopBuilder hop, List<SeenPod> gated) {
		if (!gated.isEmpty()) {
			return hop.unknown("not-registered");
		}
		ServiceFacts service = this.scene.service();
		if (service != null && this.scene.ipTargets()) {
			hop.advise("enable-gates", "kubectl label namespace " + service.key().namespace()
					+ " elbv2.k8s.aws/pod-readiness-gate-inject=enabled");
		}
		return hop.unknown("not-measured");
	}

	private void gates(HopBuilder hop, SeenPod pod) {
		for (String gate : this.scene.gates(pod)) {
			pod.condition(gate)
				.ifPresent((condition) -> hop.fact(Source.READINESS_GATE, new ObjectRef("Pod", pod.key()), gate,
						condition.status(), condition.since()));
		}
	}

	/**
	 * When the targets were registered as healthy.
	 * @param pods the pods with gates
	 * @return the latest time; {@code null} if no gate is True
	 */
	private @Nullable Instant registered(List<SeenPod> pods) {
		return pods.stream()
			.flatMap((pod) -> this.scene.gates(pod).stream().map((gate) -> pod.condition(gate).orElse(null)))
			.filter(Objects::nonNull)
			.filter(SeenPod.Condition::holds)
			.map(SeenPod.Condition::since)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.orElse(null);
	}

	private HopBuilder builder(ObjectRef object) {
		return new HopBuilder(HopKind.ALB, object).inAws().onPath(true);
	}

}
