package dev.sekisho.chain;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * An IngressClass.
 *
 * @param controller the controller that serves it
 * @param standard whether it is the class of Ingresses that name none
 */
record SeenIngressClass(String controller, boolean standard) {

	/** How the AWS Load Balancer Controller calls itself. */
	static final String ALB_CONTROLLER = "ingress.k8s.aws/alb";

	static SeenIngressClass of(GenericKubernetesResource object) {
		return new SeenIngressClass(Fields.of(object).at("spec").text("controller"),
				"true".equals(Keys.annotations(object).get("ingressclass.kubernetes.io/is-default-class")));
	}

	boolean alb() {
		return ALB_CONTROLLER.equals(this.controller);
	}

}
