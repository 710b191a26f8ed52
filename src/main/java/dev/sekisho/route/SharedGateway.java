package dev.sekisho.route;

import java.util.List;
import java.util.Set;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.ObjectKey;

/**
 * One front door that teams share: an Istio Gateway, what stands before it, and the rules
 * of its use.
 *
 * @param name its name
 * @param uid its uid; empty if it was derived from what the cluster has
 * @param generation its generation; 0 if derived
 * @param gateway the Istio Gateway
 * @param frontDoors what brings traffic to the ingress gateway; empty: found by following
 * the Service
 * @param claims which namespaces may use what; {@code null}: any namespace may use what
 * nobody else has
 * @param approval when a change needs a reviewer
 * @param delivery who writes an approved VirtualService
 * @param owner where a namespace says who owns it
 * @param allow actions that are off by default and allowed here
 */
public record SharedGateway(String name, String uid, long generation, ObjectKey gateway, List<FrontDoor> frontDoors,
		@Nullable List<Claim> claims, Approval approval, Delivery delivery, OwnerRule owner, Set<String> allow) {

	public SharedGateway {
		frontDoors = List.copyOf(frontDoors);
		claims = (claims != null) ? List.copyOf(claims) : null;
		allow = Set.copyOf(allow);
	}

	/**
	 * Reads a SharedGateway.
	 * @param object the object, stored or not
	 * @return what it says
	 * @throws IllegalArgumentException if it can't be read, with the reason
	 */
	public static SharedGateway of(GenericKubernetesResource object) {
		return new SharedGatewayParser(object).parse();
	}

	/**
	 * Whether there is no SharedGateway object behind it: it can only be read.
	 * @return {@code true} if it was derived from a Gateway
	 */
	public boolean derived() {
		return this.uid.isEmpty();
	}

	/**
	 * What brings traffic to the ingress gateway.
	 *
	 * @param kind {@code Ingress}, {@code TargetGroupBinding} or {@code Gateway} (of the
	 * Kubernetes Gateway API)
	 * @param object its namespace and name
	 */
	public record FrontDoor(String kind, ObjectKey object) {

	}

	/**
	 * When a change needs a reviewer.
	 */
	public enum Approval {

		/** Every change. */
		ALWAYS,
		/** Only a change with a risk. */
		BY_RISK

	}

	/**
	 * Who writes an approved VirtualService.
	 */
	public enum Delivery {

		/** The portal. */
		APPLY,
		/** Argo CD or kubectl, under an admission policy. */
		ADMIT,
		/** A commit. */
		GIT

	}

	/**
	 * Where a namespace says who owns it.
	 *
	 * @param label the label that names the team
	 * @param contactAnnotation the annotation that says how to reach it
	 */
	public record OwnerRule(String label, String contactAnnotation) {

		/**
		 * What is used where a SharedGateway doesn't say.
		 */
		public static final OwnerRule DEFAULT = new OwnerRule("team", "sekisho.dev/contact");

	}

}
