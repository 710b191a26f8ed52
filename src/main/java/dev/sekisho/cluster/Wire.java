package dev.sekisho.cluster;

import java.time.Duration;

/**
 * What it takes to read from the API server.
 *
 * @param transport sends requests
 * @param versions knows what is served
 * @param listing lists objects
 * @param silence how long a watch may be silent
 * @param slowestRetry the longest pause between two attempts
 */
record Wire(Transport transport, ServedVersions versions, Listing listing, Duration silence, Duration slowestRetry) {

	static Wire of(Connections connections, ClusterProperties properties) {
		Transport transport = new Transport(connections, properties.requestTimeout());
		ServedVersions versions = new ServedVersions(transport);
		return new Wire(transport, versions, new Listing(transport, versions, properties.pageSize()),
				properties.silence(), properties.slowestRetry());
	}

}
