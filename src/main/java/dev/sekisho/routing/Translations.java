package dev.sekisho.routing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The routes a VirtualService was translated to, valid for one directory of services.
 *
 * @param directory the directory
 * @param routes the routes per gateway and port
 */
record Translations(ServiceDirectory directory, Map<Key, List<CompiledRoute>> routes) {

	Translations(ServiceDirectory directory) {
		this(directory, new ConcurrentHashMap<>());
	}

	/**
	 * What a translation depends on besides the VirtualService and the services.
	 *
	 * @param gateway the gateway's name
	 * @param declaredPort the port its server declares
	 */
	record Key(String gateway, int declaredPort) {

	}

}
