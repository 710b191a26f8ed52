package dev.sekisho.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.sekisho.access.Visibility;

/**
 * The maps that were worked out last. Readers who see the same share one.
 */
final class KnownMaps {

	private static final int KEPT = 16;

	private final Map<Key, Known> maps = new LinkedHashMap<>(KEPT, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
			return size() > KEPT;
		}

	};

	/**
	 * Gives a map.
	 * @param key whose map
	 * @param version what it depends on
	 * @param work works it out
	 * @return the known one if nothing has changed, else a new one
	 */
	GatewayMap get(Key key, List<Object> version, Supplier<GatewayMap> work) {
		Known known = find(key);
		if (known != null && known.version().equals(version)) {
			return known.map();
		}
		GatewayMap map = work.get();
		keep(key, new Known(version, map));
		return map;
	}

	private synchronized @Nullable Known find(Key key) {
		return this.maps.get(key);
	}

	private synchronized void keep(Key key, Known known) {
		this.maps.put(key, known);
	}

	/**
	 * Whose map.
	 *
	 * @param sharedGateway the shared gateway
	 * @param visibility what the reader sees
	 */
	record Key(String sharedGateway, Visibility visibility) {

	}

	/**
	 * A map.
	 *
	 * @param version what it depends on
	 * @param map the map
	 */
	record Known(List<Object> version, GatewayMap map) {

	}

}
