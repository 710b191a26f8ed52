package dev.sekisho.cluster;

/**
 * Which cluster the portal works on; explicit, never guessed.
 */
public enum ClusterMode {

	/** The embedded cluster. */
	SANDBOX,
	/** A named context of the caller's kubeconfig: one person, on loopback. */
	KUBECONFIG,
	/** The cluster the portal runs in. */
	IN_CLUSTER

}
