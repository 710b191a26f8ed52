package dev.sekisho.routing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The routes a VirtualService was translated to, valid for one directory of services. A
 * chain, as there's hardly ever more than one.
 *
 * @param directory the directory
 * @param key the gateway and port
 * @param routes the routes for them
 * @param others those for others, if any
 */
record Translations(ServiceDirectory directory, Key key, List<CompiledRoute> routes, @Nullable Translations others) {

	/**
	 * Finds the routes for a gateway.
	 * @param wanted the gateway and port
	 * @return the routes; {@code null} if they weren't translated yet
	 */
	@Nullable List<CompiledRoute> find(Key wanted) {
		for (Translations at = this; at != null; at = at.others) {
			if (at.key.equals(wanted)) {
				return at.routes;
			}
		}
		return null;
	}

	/**
	 * What a translation depends on besides the VirtualService and the services.
	 *
	 * @param gateway the gateway's name
	 * @param declaredPort the port its server declares
	 * @param tls whether its server has TLS settings
	 */
	record Key(String gateway, int declaredPort, boolean tls) {

	}

}
