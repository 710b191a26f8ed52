package dev.sekisho.chain;

import java.util.Locale;

/**
 * Where a fact was read.
 */
public enum Source {

	/** An Ingress. */
	INGRESS,
	/** An IngressClass. */
	INGRESS_CLASS,
	/** What the load balancer controller reported. */
	EVENT,
	/** A TargetGroupBinding. */
	TARGET_GROUP_BINDING,
	/** The load balancer's readiness gates in pods. */
	READINESS_GATE,
	/** A Service. */
	SERVICE,
	/** The conditions of pods. */
	POD,
	/** Istio's Gateway. */
	GATEWAY,
	/** The VirtualService. */
	VIRTUAL_SERVICE,
	/** The route table computed from all VirtualServices. */
	ROUTE_TABLE,
	/** EndpointSlices. */
	ENDPOINT_SLICE,
	/** The shared gateway's definition. */
	SHARED_GATEWAY,

	/** What istiod says of its proxies. */
	ISTIOD;

	/**
	 * The word used in the API and in message keys.
	 * @return the name in lower case with hyphens
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
