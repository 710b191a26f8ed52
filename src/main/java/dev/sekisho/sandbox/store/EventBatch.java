package dev.sekisho.sandbox.store;

import java.util.List;

/**
 * The next events for a watch.
 *
 * @param revision everything up to this revision is in this batch or those before it
 * @param events the events, oldest first
 */
public record EventBatch(long revision, List<StoredEvent> events) {

}
