package dev.sekisho.check;

/**
 * What must be known for a rule to be asked. The portal knows all of it; manifests on
 * their own may lack something, and then the rule would report what isn't so.
 */
public enum Need {

	/** That something is to be changed: the rule isn't about what stands already. */
	CHANGE,
	/** A SharedGateway object, which says what is allowed. */
	SHARED_GATEWAY,
	/** The claims of a SharedGateway, and the labels of namespaces they choose by. */
	CLAIMS,
	/** The Services. */
	SERVICES,
	/** The DestinationRules. */
	DESTINATION_RULES,
	/** The labels of namespaces. */
	NAMESPACES,
	/** The Ingresses before the gateway. */
	INGRESSES,
	/** How many proxies the mesh trusts. */
	MESH_SETTINGS

}
