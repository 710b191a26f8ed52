package dev.sekisho.routing;

/**
 * The settings of the mesh that change how a gateway routes.
 *
 * @param pathNormalization {@code meshConfig.pathNormalization.normalization}
 * @param numTrustedProxies {@code gatewayTopology.numTrustedProxies}, 0 or more
 * @param clusterDomain the cluster's DNS domain, such as {@code cluster.local}
 */
public record MeshSettings(PathNormalization pathNormalization, int numTrustedProxies, String clusterDomain) {

	/**
	 * Istio's defaults.
	 */
	public static final MeshSettings DEFAULTS = new MeshSettings(PathNormalization.DEFAULT, 0, "cluster.local");

	/**
	 * How the gateway rewrites a path before it routes.
	 */
	public enum PathNormalization {

		/** Same as {@link #BASE}. */
		DEFAULT,
		/** Nothing is rewritten. */
		NONE,
		/** Dot segments and needless escapes are resolved. */
		BASE,
		/** As {@link #BASE}, and adjacent slashes are merged. */
		MERGE_SLASHES,
		/** As {@link #MERGE_SLASHES}, after decoding escaped slashes. */
		DECODE_AND_MERGE_SLASHES

	}

}
