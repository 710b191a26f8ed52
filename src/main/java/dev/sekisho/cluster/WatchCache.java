package dev.sekisho.cluster;

import java.util.function.Consumer;

/**
 * Follows all objects of a kind and holds one record for each. Goes on for ever: an
 * error, 410 Gone, a forbidden list or a missing kind is remembered in the freshness and
 * tried again; the content is never silently emptied.
 *
 * @param <T> the type of the records
 */
public interface WatchCache<T> {

	/**
	 * What is held now. Never waits.
	 * @return the snapshot
	 */
	Snapshot<T> snapshot();

	/**
	 * Registers a listener, called after the snapshot has changed, in order, on the
	 * cache's own thread. Listeners must be quick.
	 * @param listener gets each change; also each change of the freshness, with no key
	 */
	void onChange(Consumer<CacheChange> listener);

}
