package dev.sekisho.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.sekisho.cluster.Snapshot;

/**
 * The records of a snapshot by something they have in common, worked out when somebody
 * asks first.
 *
 * @param <K> what they have in common
 * @param <T> the type of the records
 */
final class Lookup<K, T> {

	private final Snapshot<T> snapshot;

	private final Function<T, K> common;

	private volatile @Nullable Map<K, List<T>> known;

	Lookup(Snapshot<T> snapshot, Function<T, K> common) {
		this.snapshot = snapshot;
		this.common = common;
	}

	List<T> of(K key) {
		Map<K, List<T>> found = this.known;
		if (found == null) {
			found = build();
			this.known = found;
		}
		return found.getOrDefault(key, List.of());
	}

	/**
	 * Takes over what was worked out already.
	 * @param earlier the same of an earlier snapshot
	 * @return the earlier one if nothing has changed since, else this
	 */
	Lookup<K, T> after(Lookup<K, T> earlier) {
		return (earlier.snapshot.version() == this.snapshot.version()) ? earlier : this;
	}

	private Map<K, List<T>> build() {
		Map<K, List<T>> found = new HashMap<>();
		this.snapshot.items()
			.values()
			.forEach((record) -> found.computeIfAbsent(this.common.apply(record), (key) -> new ArrayList<>())
				.add(record));
		return found;
	}

}
