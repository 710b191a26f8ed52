package dev.sekisho.chain;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of hops, in the order in which a request meets them.
 */
public enum HopKind {

	/** What stands before the gateway Service: an ALB, made from an Ingress. */
	ALB("alb"),
	/** The Service of the ingress gateway. */
	GATEWAY_SERVICE("gateway-service"),
	/** The pods of the ingress gateway. */
	GATEWAY_PODS("gateway-pods"),
	/** Istio's Gateway. */
	GATEWAY("gateway"),
	/** The VirtualService. */
	VIRTUAL_SERVICE("virtual-service"),
	/** The Service of a destination. */
	SERVICE("service"),
	/** The endpoints of that Service. */
	ENDPOINTS("endpoints");

	private final String code;

	HopKind(String code) {
		this.code = code;
	}

	/**
	 * The word used in the API and in message keys.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

	/**
	 * Finds a kind of hop by its code.
	 * @param code the code
	 * @return the kind; empty if there is none
	 */
	static Optional<HopKind> of(String code) {
		return Arrays.stream(values()).filter((kind) -> kind.code.equals(code)).findFirst();
	}

}
