package dev.sekisho.cluster;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An immutable map that is cheap to make a changed copy of: a change copies one of its
 * shards, so that following 10,000 objects doesn't mean copying them for each event.
 *
 * @param <V> the type of the values
 */
final class ShardedMap<V> extends AbstractMap<ObjectKey, V> {

	private static final int SHARDS = 256;

	private final Map<ObjectKey, V>[] shards;

	private final int size;

	private ShardedMap(Map<ObjectKey, V>[] shards, int size) {
		this.shards = shards;
		this.size = size;
	}

	static <V> ShardedMap<V> copyOf(Map<ObjectKey, V> content) {
		Map<ObjectKey, V>[] shards = shards();
		Arrays.setAll(shards, (index) -> new HashMap<>());
		content.forEach((key, value) -> shards[index(key)].put(key, value));
		Arrays.setAll(shards, (index) -> Map.copyOf(shards[index]));
		return new ShardedMap<>(shards, content.size());
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static <V> Map<ObjectKey, V>[] shards() {
		return new Map[SHARDS];
	}

	private static int index(Object key) {
		int hash = key.hashCode();
		return (hash ^ (hash >>> 16) ^ (hash >>> 8)) & (SHARDS - 1);
	}

	/**
	 * A copy with one value changed.
	 * @param key the key
	 * @param value the value; {@code null} for none
	 * @return the copy
	 */
	ShardedMap<V> with(ObjectKey key, @Nullable V value) {
		Map<ObjectKey, V> changed = new HashMap<>(this.shards[index(key)]);
		int before = changed.size();
		if (value != null) {
			changed.put(key, value);
		}
		else {
			changed.remove(key);
		}
		Map<ObjectKey, V>[] copy = this.shards.clone();
		copy[index(key)] = Map.copyOf(changed);
		return new ShardedMap<>(copy, this.size + changed.size() - before);
	}

	@Override
	public @Nullable V get(@Nullable Object key) {
		return (key != null) ? this.shards[index(key)].get(key) : null;
	}

	@Override
	public boolean containsKey(@Nullable Object key) {
		return key != null && this.shards[index(key)].containsKey(key);
	}

	@Override
	public int size() {
		return this.size;
	}

	@Override
	public Set<Entry<ObjectKey, V>> entrySet() {
		return new AbstractSet<>() {
			@Override
			public Iterator<Entry<ObjectKey, V>> iterator() {
				return Stream.of(ShardedMap.this.shards).flatMap((shard) -> shard.entrySet().stream()).iterator();
			}

			@Override
			public int size() {
				return ShardedMap.this.size;
			}
		};
	}

}
