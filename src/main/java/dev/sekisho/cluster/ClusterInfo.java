package dev.sekisho.cluster;

/**
 * Describes the cluster.
 *
 * @param name the name pages show: the configured one, the context's, or {@code sandbox}
 * @param mode how the portal is attached to it
 * @param writable whether the portal may write there
 */
public record ClusterInfo(String name, ClusterMode mode, boolean writable) {

}
