package dev.sekisho.chain;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.CacheChange;
import dev.sekisho.route.EventStream;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.SharedGateways;

/**
 * Tells open pages that chains may have changed, at once, and at most four times a
 * second: changes that come close together are told together. Those in a namespace of
 * gateways are told everybody, others those who see the namespace.
 */
@Component
class ChainHints implements SmartLifecycle {

	// What belongs together, such as a pod and its EndpointSlice, comes close together.
	private static final long FIRST_MILLIS = 25;

	private static final long BETWEEN_MILLIS = 250;

	private final ChainCaches caches;

	private final SharedGateways gateways;

	private final EventStream events;

	private final Set<String> changed = ConcurrentHashMap.newKeySet();

	private final AtomicBoolean scheduled = new AtomicBoolean();

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "chain-hints");
		thread.setDaemon(true);
		return thread;
	});

	private volatile long published = System.nanoTime();

	private volatile boolean running;

	ChainHints(ChainCaches caches, SharedGateways gateways, EventStream events) {
		this.caches = caches;
		this.gateways = gateways;
		this.events = events;
	}

	@Override
	public void start() {
		this.running = true;
		this.caches.all().forEach((cache) -> cache.onChange(this::gather));
	}

	@Override
	public void stop() {
		this.running = false;
		this.executor.shutdownNow();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void gather(CacheChange change) {
		this.changed.add((change.key() != null) ? change.key().namespace() : "");
		if (this.running && this.scheduled.compareAndSet(false, true)) {
			long since = (System.nanoTime() - this.published) / 1_000_000;
			this.executor.schedule(this::publish, Math.max(FIRST_MILLIS, BETWEEN_MILLIS - since),
					TimeUnit.MILLISECONDS);
		}
	}

	private void publish() {
		this.published = System.nanoTime();
		this.scheduled.set(false);
		Set<String> namespaces = new TreeSet<>(this.changed);
		this.changed.removeAll(namespaces);
		Set<String> shared = this.gateways.all().stream().flatMap(ChainHints::namespaces).collect(Collectors.toSet());
		if (namespaces.contains("") || namespaces.stream().anyMatch(shared::contains)) {
			this.events.publish(EventStream.Kind.CHAIN, "", "");
			return;
		}
		namespaces.forEach((namespace) -> this.events.publish(EventStream.Kind.CHAIN, namespace, ""));
	}

	private static Stream<String> namespaces(SharedGateway gateway) {
		return Stream.concat(Stream.of(gateway.gateway().namespace()),
				gateway.frontDoors().stream().map((door) -> door.object().namespace()));
	}

}
