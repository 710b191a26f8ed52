package dev.sekisho.web;

/**
 * Says which cluster the pages show; a port, since this module knows no cluster.
 */
@FunctionalInterface
public interface PlaceSource {

	/**
	 * The cluster, as it is known now. Must answer at once and never ask the cluster.
	 * @return the facts of the top bar
	 */
	Place place();

}
