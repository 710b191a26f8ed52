package dev.sekisho.apply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.apply.SimulatedStore.Event;
import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.Freshness.State;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;

/**
 * The watch of one kind by one simulated replica: shows the objects as they were at some
 * moment of the past.
 */
final class SimulatedWatch {

	private final List<SimulatedCluster.Cache<?>> caches = new ArrayList<>();

	private final ResourceKind kind;

	private @Nullable SimulatedStore connected;

	private long version;

	private long position;

	private boolean broken;

	SimulatedWatch(ResourceKind kind) {
		this.kind = kind;
	}

	<T> WatchCache<T> add(Function<GenericKubernetesResource, T> projection) {
		SimulatedCluster.Cache<T> cache = new SimulatedCluster.Cache<>(this, projection);
		this.caches.add(cache);
		if (this.connected != null) {
			show();
		}
		return cache;
	}

	/** Forgets the projections of a process that ended. */
	void keep(int first) {
		this.caches.subList(first, this.caches.size()).clear();
	}

	int projections() {
		return this.caches.size();
	}

	void connect(SimulatedStore fresh) {
		this.connected = fresh;
		this.broken = false;
		this.position = fresh.revision();
		show();
	}

	/** Takes the next event, if there is one and the watch is up. */
	boolean deliver() {
		if (this.broken) {
			return false;
		}
		for (Event event : events()) {
			if (event.version() > this.position) {
				this.position = event.version();
				this.version++;
				this.caches.forEach((cache) -> cache.put(event.key(), event.after()));
				return true;
			}
		}
		return false;
	}

	/** Lists again from an API server that has it all. */
	void relist() {
		this.broken = false;
		moveTo(store().revision());
	}

	/** Lists again from an API server that lags: events come once more. */
	void relistAt(long moment) {
		this.broken = false;
		moveTo(Math.min(moment, store().revision()));
	}

	void interrupt() {
		this.broken = true;
	}

	/** The revision up to which it has shown all there is. */
	long reach() {
		List<Event> events = events();
		boolean all = events.isEmpty() || events.get(events.size() - 1).version() <= this.position;
		return all ? store().revision() : this.position;
	}

	private void moveTo(long moment) {
		if (moment != this.position) {
			this.position = moment;
			show();
		}
	}

	private void show() {
		Map<ObjectKey, GenericKubernetesResource> then = new TreeMap<>();
		for (Event event : events()) {
			if (event.version() > this.position) {
				break;
			}
			if (event.after() != null) {
				then.put(event.key(), event.after());
			}
			else {
				then.remove(event.key());
			}
		}
		this.version++;
		this.caches.forEach((cache) -> {
			cache.retain(then.keySet());
			then.forEach(cache::put);
		});
	}

	private List<Event> events() {
		return store().events(this.kind);
	}

	boolean connected() {
		return this.connected != null;
	}

	private SimulatedStore store() {
		SimulatedStore known = this.connected;
		if (known == null) {
			throw new IllegalStateException("not connected");
		}
		return known;
	}

	ResourceKind kind() {
		return this.kind;
	}

	long version() {
		return this.version;
	}

	long position() {
		return this.position;
	}

	Freshness freshness() {
		return new Freshness(this.broken ? State.BROKEN : State.LIVE, Instant.EPOCH, this.broken ? "interrupted" : "");
	}

}
