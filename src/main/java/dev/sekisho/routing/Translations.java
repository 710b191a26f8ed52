package dev.sekisho.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The routes a VirtualService was translated to, valid for one directory of services.
 *
 * @param directory the directory
 * @param routes the routes per gateway and port
 */
record Translations(ServiceDirectory directory, Map<Key, List<CompiledRoute>> routes) {

	Translations {
		routes = Map.copyOf(routes);
	}

	Translations with(Key key, List<CompiledRoute> translated) {
		Map<Key, List<CompiledRoute>> more = new HashMap<>(this.routes);
		more.put(key, translated);
		return new Translations(this.directory, more);
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
