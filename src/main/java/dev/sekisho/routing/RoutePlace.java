package dev.sekisho.routing;

/**
 * A place in the route table.
 *
 * @param port the port
 * @param virtualHost the virtual host
 * @param position the position there, from 0
 * @param route the route that stands there
 */
public record RoutePlace(int port, VirtualHost virtualHost, int position, Route route) {

}
