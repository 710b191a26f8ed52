package dev.sekisho.cluster;

import java.util.Map;
import java.util.Optional;

/**
 * What a watch cache holds at one moment. Immutable.
 *
 * @param <T> the type of the records
 * @param items the records by key
 * @param version grows with every change of the content, within this process
 * @param resourceVersion the API server's resourceVersion the content corresponds to
 * @param freshness how old it may be
 */
public record Snapshot<T>(Map<ObjectKey, T> items, long version, String resourceVersion, Freshness freshness) {

	/**
	 * Finds a record.
	 * @param key the key
	 * @return the record, if there is one
	 */
	public Optional<T> find(ObjectKey key) {
		return Optional.ofNullable(this.items.get(key));
	}

}
