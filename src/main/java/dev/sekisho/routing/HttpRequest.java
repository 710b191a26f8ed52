package dev.sekisho.routing;

import java.util.List;

/**
 * A request as a client sends it to the gateway.
 *
 * @param port the port the gateway pods listen on (the Service's {@code targetPort})
 * @param method the method, in the case sent
 * @param host the Host header as sent, with its port if it has one
 * @param target the request target as sent: path and query
 * @param headers the other headers, in the order sent; a name may occur more than once
 */
public record HttpRequest(int port, String method, String host, String target, List<Header> headers) {

	public HttpRequest {
		headers = List.copyOf(headers);
	}

	/**
	 * One line of the header.
	 *
	 * @param name the name, in any case
	 * @param value the value
	 */
	public record Header(String name, String value) {

	}

}
