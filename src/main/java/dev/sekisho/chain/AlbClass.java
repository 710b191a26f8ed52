package dev.sekisho.chain;

import java.util.Optional;

/**
 * Tells by the controller of its class, not by the name of that class, whether an Ingress
 * makes an ALB.
 */
final class AlbClass {

	private final ChainWorld world;

	AlbClass(ChainWorld world) {
		this.world = world;
	}

	Verdict of(SeenIngress ingress) {
		if (!this.world.ingressClasses().freshness().live()) {
			return ingress.alb().annotations().isEmpty() ? Verdict.CANT_TELL : Verdict.ALB;
		}
		Optional<SeenIngressClass> found = this.world.ingressClasses()
			.items()
			.entrySet()
			.stream()
			.filter((entry) -> ingress.ingressClass().isEmpty() ? entry.getValue().standard()
					: entry.getKey().name().equals(ingress.ingressClass()))
			.map((entry) -> entry.getValue())
			.findFirst();
		return found.map((type) -> type.alb() ? Verdict.ALB : Verdict.OTHER).orElse(Verdict.MISSING);
	}

	/**
	 * What serves an Ingress.
	 */
	enum Verdict {

		/** The AWS Load Balancer Controller. */
		ALB,
		/** Another controller. */
		OTHER,
		/** Its class doesn't exist. */
		MISSING,
		/** Classes can't be read. */
		CANT_TELL;

		boolean isAlb() {
			return this == ALB;
		}

	}

}
