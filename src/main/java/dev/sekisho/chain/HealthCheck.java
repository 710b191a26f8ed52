package dev.sekisho.chain;

import java.util.Optional;

/**
 * What the ALB asks to find out whether a gateway pod is well. It should be Envoy's own
 * readiness, on port 15021, and never a route: a route's failure would take the whole
 * gateway out. With targets of type instance the ALB asks the nodes, where that port has
 * another number.
 */
final class HealthCheck {

	private static final String READINESS_PATH = "/healthz/ready";

	private static final String STATUS_PORT = "15021";

	private final Scene scene;

	private final SeenIngress ingress;

	HealthCheck(Scene scene, SeenIngress ingress) {
		this.scene = scene;
		this.ingress = ingress;
	}

	/**
	 * Looks for what is wrong with it.
	 * @param hop the hop that is built
	 * @return the finished hop; empty if nothing is wrong
	 */
	Optional<Hop> problem(HopBuilder hop) {
		AlbSettings alb = this.ingress.alb();
		String right = alb.ipTargets() ? STATUS_PORT : statusNodePort();
		String asked = alb.healthCheckPort();
		if (!READINESS_PATH.equals(alb.healthCheckPath())) {
			hop.states("healthcheck-path", alb.healthCheckPath())
				.advise("health-check-path",
						Kubectl.annotateIngress(this.ingress.key(), "healthcheck-path", READINESS_PATH));
			return Optional.of(hop.degraded(Effect.PASS_AT_RISK, "health-check-path", asked, alb.healthCheckPath()));
		}
		if (asked.equals(right) || statusPort(asked)) {
			return Optional.empty();
		}
		hop.states("healthcheck-port", asked);
		if (!right.isEmpty()) {
			hop.advise("health-check-port", Kubectl.annotateIngress(this.ingress.key(), "healthcheck-port", right));
		}
		return Optional.of(alb.ipTargets() ? hop.degraded(Effect.PASS_AT_RISK, "health-check-port", asked)
				: hop.degraded(Effect.FAILS_OPEN, "health-check-node-port", asked));
	}

	// A port of the Service may also be named; the controller translates it.
	private boolean statusPort(String name) {
		ServiceFacts service = this.scene.service();
		return service != null && service.ports()
			.stream()
			.anyMatch((port) -> port.name().equals(name) && STATUS_PORT.equals(port.target()));
	}

	private String statusNodePort() {
		ServiceFacts service = this.scene.service();
		return (service != null) ? service.ports()
			.stream()
			.filter((port) -> STATUS_PORT.equals(port.target()) && port.nodePort() > 0)
			.map((port) -> String.valueOf(port.nodePort()))
			.findFirst()
			.orElse("") : "";
	}

}
