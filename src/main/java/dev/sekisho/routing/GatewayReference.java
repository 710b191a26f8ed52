package dev.sekisho.routing;

/**
 * How VirtualServices name a Gateway.
 */
public final class GatewayReference {

	private static final String MESH = "mesh";

	private GatewayReference() {
	}

	/**
	 * Reads a reference as istiod does (pilot/pkg/model,
	 * ResolveVirtualServiceShortnames): {@code name} and {@code ./name} are in the
	 * VirtualService's own namespace, {@code name.namespace} with whatever follows is the
	 * old form.
	 * @param reference as written in {@code spec.gateways} or {@code match.gateways}
	 * @param namespace the VirtualService's namespace
	 * @return {@code namespace/name}, or {@code mesh}
	 */
	public static String resolve(String reference, String namespace) {
		if (reference.equals(MESH)) {
			return reference;
		}
		if (reference.indexOf('/') >= 0) {
			return reference.startsWith("./") ? namespace + reference.substring(1) : reference;
		}
		String[] labels = reference.split("\\.", -1);
		return (labels.length == 1) ? namespace + "/" + reference : labels[1] + "/" + labels[0];
	}

}
