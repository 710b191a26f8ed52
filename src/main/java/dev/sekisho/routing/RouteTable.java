package dev.sekisho.routing;

import java.util.List;

/**
 * The merged, ordered routes of one ingress gateway workload, per listening port and
 * virtual host, as istiod builds them. Immutable.
 */
public final class RouteTable {

	/**
	 * The ports on which plain HTTP is served, ascending.
	 * @return port numbers as the pods listen on
	 */
	public List<Integer> ports() {
		throw new UnsupportedOperationException();
	}

	/**
	 * The virtual hosts of a port: exact domains by name, then wildcards from longest to
	 * shortest, {@code *} last.
	 * @param port a port the pods listen on
	 * @return the virtual hosts; empty if nothing listens there
	 */
	public List<VirtualHost> virtualHosts(int port) {
		throw new UnsupportedOperationException();
	}

	/**
	 * What the gateway answers to a request, and why. Never fails: what can't be told is
	 * an answer too.
	 * @param request the request
	 * @return the answer
	 */
	public Answer answer(HttpRequest request) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Whether any request reaches a route of this table.
	 * @param port the port of the table
	 * @param virtualHost the name of the virtual host
	 * @param position the route's position in it, counted from 0
	 * @return the verdict, with a witness or with the routes that are tried before
	 */
	public Reach reach(int port, String virtualHost, int position) {
		throw new UnsupportedOperationException();
	}

}
