package dev.sekisho.routing.manifest;

/**
 * The server of a Gateway that a VirtualService is translated for.
 *
 * @param gateway the Gateway's name
 * @param declaredPort the port the server declares
 * @param tls whether the server has TLS settings
 */
public record ServerKey(String gateway, int declaredPort, boolean tls) {

}
