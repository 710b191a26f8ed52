package dev.sekisho.access;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import dev.sekisho.cluster.WatchCache;

/**
 * Names read from watch caches: every page asks for them, so they're read again only
 * after something changed.
 */
final class KnownNames {

	private final List<WatchCache<?>> caches;

	private final Supplier<Set<String>> reading;

	private volatile Read last = new Read(List.of(), Set.of());

	KnownNames(List<WatchCache<?>> caches, Supplier<Set<String>> reading) {
		this.caches = caches;
		this.reading = reading;
	}

	/**
	 * The names.
	 * @return the names; the same set as long as they're the same
	 */
	Set<String> get() {
		List<Long> versions = this.caches.stream().map((cache) -> cache.snapshot().version()).toList();
		Read known = this.last;
		if (known.versions().equals(versions)) {
			return known.names();
		}
		Set<String> names = this.reading.get();
		Read fresh = new Read(versions,
				names.equals(known.names()) ? known.names() : Collections.unmodifiableSet(names));
		this.last = fresh;
		return fresh.names();
	}

	private record Read(List<Long> versions, Set<String> names) {

	}

}
