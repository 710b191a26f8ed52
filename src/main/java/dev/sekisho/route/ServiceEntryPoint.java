package dev.sekisho.route;

import java.util.List;

/**
 * A Service as a route's destination.
 *
 * @param namespace its namespace
 * @param name its name
 * @param type its type, such as {@code ClusterIP} or {@code ExternalName}
 * @param ports its ports, in its own order
 * @param ready how many endpoints are ready
 * @param total how many endpoints there are
 */
public record ServiceEntryPoint(String namespace, String name, String type, List<Port> ports, int ready, int total) {

	public ServiceEntryPoint {
		ports = List.copyOf(ports);
	}

	/**
	 * A port of a Service.
	 *
	 * @param number its number
	 * @param name its name; may be empty
	 */
	public record Port(int number, String name) {

	}

}
