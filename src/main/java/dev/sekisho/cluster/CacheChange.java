package dev.sekisho.cluster;

import org.jspecify.annotations.Nullable;

/**
 * Something changed in a watch cache.
 *
 * @param kind the kind of object
 * @param key the object that was added, changed or removed; {@code null} if the whole
 * content or its freshness changed
 */
public record CacheChange(ResourceKind kind, @Nullable ObjectKey key) {

}
