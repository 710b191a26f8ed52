package dev.sekisho.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.sekisho.cluster.Freshness.State;

/**
 * The records one projection makes of a kind's objects. Written by the one thread that
 * follows the kind, read by any.
 *
 * @param <T> the type of the records
 */
final class Projected<T> implements WatchCache<T> {

	private static final Logger logger = LoggerFactory.getLogger(Projected.class);

	private final ResourceKind kind;

	private final Function<GenericKubernetesResource, T> projection;

	private final List<Consumer<CacheChange>> listeners = new CopyOnWriteArrayList<>();

	private volatile Snapshot<T> snapshot = new Snapshot<>(ShardedMap.copyOf(Map.of()), 0, "",
			new Freshness(State.STARTING, null, ""));

	private ShardedMap<T> items = ShardedMap.copyOf(Map.of());

	private Map<ObjectKey, T> listed = new HashMap<>();

	private final List<ObjectKey> changed = new ArrayList<>();

	private boolean filled;

	Projected(ResourceKind kind, Function<GenericKubernetesResource, T> projection) {
		this.kind = kind;
		this.projection = projection;
	}

	@Override
	public Snapshot<T> snapshot() {
		return this.snapshot;
	}

	@Override
	public void onChange(Consumer<CacheChange> listener) {
		this.listeners.add(listener);
	}

	/** A list begins. */
	void begin() {
		this.listed = new HashMap<>();
		this.changed.clear();
	}

	/**
	 * An object of the list.
	 * @param key its key
	 * @param object the object
	 * @param unchanged whether it is as it was
	 */
	void list(ObjectKey key, GenericKubernetesResource object, boolean unchanged) {
		T record = (unchanged && this.filled) ? this.items.get(key) : project(key, object);
		if (record != null) {
			this.listed.put(key, record);
		}
		if (!unchanged || !this.filled) {
			this.changed.add(key);
		}
	}

	/**
	 * The list is complete.
	 * @param removed the keys of objects that are gone
	 */
	void complete(List<ObjectKey> removed) {
		this.changed.addAll(removed);
		if (!this.filled || !this.changed.isEmpty()) {
			this.items = ShardedMap.copyOf(this.listed);
		}
		this.listed = new HashMap<>();
	}

	/**
	 * An event.
	 * @param key the object's key
	 * @param object the object; {@code null} if it is gone
	 */
	void apply(ObjectKey key, @Nullable GenericKubernetesResource object) {
		this.items = this.items.with(key, (object != null) ? project(key, object) : null);
		this.changed.remove(key);
		this.changed.add(key);
	}

	/**
	 * Shows what has come, to be announced afterwards.
	 * @param resourceVersion what it corresponds to
	 * @param now since when it is known to be current
	 * @return the announcement
	 */
	Runnable publish(String resourceVersion, Instant now) {
		Snapshot<T> before = this.snapshot;
		boolean first = !this.filled;
		this.filled = true;
		List<ObjectKey> keys = List.copyOf(this.changed);
		this.changed.clear();
		long version = before.version() + ((first || !keys.isEmpty()) ? 1 : 0);
		this.snapshot = new Snapshot<>(this.items, version, resourceVersion, new Freshness(State.LIVE, now, ""));
		boolean whole = first || !before.freshness().live();
		return () -> {
			if (!first) {
				keys.forEach(this::announce);
			}
			if (whole) {
				announce(null);
			}
		};
	}

	/**
	 * Says that the content may be old.
	 * @param state why
	 * @param problem what happened
	 */
	void worsen(State state, String problem) {
		Snapshot<T> before = this.snapshot;
		State shown = (state == State.BROKEN && !this.filled) ? State.STARTING : state;
		Freshness freshness = new Freshness(shown, before.freshness().asOf(), problem);
		this.snapshot = new Snapshot<>(before.items(), before.version(), before.resourceVersion(), freshness);
		if (shown != before.freshness().state() || before.freshness().problem().isEmpty()) {
			announce(null);
		}
	}

	private @Nullable T project(ObjectKey key, GenericKubernetesResource object) {
		try {
			return this.projection.apply(object);
		}
		catch (RuntimeException | StackOverflowError ex) {
			logger.warn("{} {} is set aside, since it can't be read", this.kind.kind(), key, ex);
			return null;
		}
	}

	private void announce(@Nullable ObjectKey key) {
		CacheChange change = new CacheChange(this.kind, key);
		for (Consumer<CacheChange> listener : this.listeners) {
			try {
				listener.accept(change);
			}
			catch (RuntimeException ex) {
				logger.error("A listener failed on a change of {} {}", this.kind.kind(), key, ex);
			}
		}
	}

}
