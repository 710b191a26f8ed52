package dev.sekisho.routing.table;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.manifest.Derived;
import dev.sekisho.routing.manifest.ServerKey;
import dev.sekisho.routing.manifest.ServiceDirectory;

/**
 * The routes a VirtualService was translated to, valid for one directory of services. A
 * chain, as there's hardly ever more than one.
 *
 * @param directory the directory
 * @param key the gateway and port
 * @param routes the routes for them
 * @param others those for others, if any
 */
record Translations(ServiceDirectory directory, ServerKey key, List<CompiledRoute> routes,
		@Nullable Translations others) implements Derived {

	/**
	 * Finds the routes for a gateway.
	 * @param wanted the gateway and port
	 * @return the routes; {@code null} if they weren't translated yet
	 */
	@Nullable List<CompiledRoute> find(ServerKey wanted) {
		for (Translations at = this; at != null; at = at.others) {
			if (at.key.equals(wanted)) {
				return at.routes;
			}
		}
		return null;
	}

}
