package dev.sekisho.apply;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.sekisho.change.Obstacles;
import dev.sekisho.change.RouteChange;
import dev.sekisho.cluster.CacheChange;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;
import dev.sekisho.route.EventStream;
import dev.sekisho.route.RouteTables;

/**
 * Takes each change a step further whenever something it depends on has changed. Runs on
 * every replica: each step reads afresh, writes by compare-and-swap, and may be taken
 * twice.
 */
@Component
class Reconciler implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Reconciler.class);

	private final Cluster cluster;

	private final ApplyProperties properties;

	private final ChangeSteps steps;

	private final Obstacles obstacles;

	private final WatchCache<RouteChange> changes;

	private final WatchCache<String> reviews;

	private final Map<ObjectKey, Integer> failures = new ConcurrentHashMap<>();

	private final WorkQueue<ObjectKey> queue;

	private volatile boolean running;

	Reconciler(Cluster cluster, ApplyProperties properties, ChangeSteps steps, Obstacles obstacles, RouteTables tables,
			EventStream events) {
		this.cluster = cluster;
		this.properties = properties;
		this.steps = steps;
		this.obstacles = obstacles;
		this.queue = new WorkQueue<>(properties.workers(), "reconciler", this::reconcile);
		this.changes = cluster.watch(ResourceKind.ROUTE_CHANGE, RouteChange::of);
		this.reviews = cluster.watch(ResourceKind.ROUTE_REVIEW, Reconciler::reviewed);
		WatchCache<String> virtualServices = cluster.watch(ResourceKind.VIRTUAL_SERVICE,
				(object) -> object.getMetadata().getResourceVersion());
		this.changes.onChange(this::changed);
		this.reviews.onChange((change) -> {
			tell(events, change);
			reviewed(change);
		});
		virtualServices.onChange(this::virtualServiceChanged);
		tables.onChange((gateway) -> open(gateway));
	}

	private static String reviewed(GenericKubernetesResource review) {
		Object change = review.get("spec", "change", "name");
		return String.valueOf(change);
	}

	private static void tell(EventStream events, CacheChange change) {
		ObjectKey key = change.key();
		events.publish(EventStream.Kind.CHANGE, (key != null) ? key.namespace() : "", (key != null) ? key.name() : "");
	}

	private void changed(CacheChange change) {
		ObjectKey key = change.key();
		if (key != null) {
			offer(key, Duration.ZERO);
		}
		else {
			this.changes.snapshot().items().keySet().forEach((each) -> offer(each, jitter(Duration.ofSeconds(1))));
		}
	}

	private void reviewed(CacheChange change) {
		ObjectKey key = change.key();
		if (key != null) {
			this.reviews.snapshot()
				.find(key)
				.ifPresent((name) -> offer(new ObjectKey(key.namespace(), name), Duration.ZERO));
		}
		else {
			open("");
		}
	}

	private void virtualServiceChanged(CacheChange change) {
		ObjectKey key = change.key();
		this.changes.snapshot().items().values().forEach((each) -> {
			if (key == null) {
				offer(each.key(), jitter(Duration.ofSeconds(1)));
			}
			else if (each.virtualService().equals(key)) {
				offer(each.key(), Duration.ZERO);
			}
		});
	}

	private void open(String gateway) {
		this.changes.snapshot().items().values().forEach((each) -> {
			if (!each.phase().closed() && (gateway.isEmpty() || gateway.equals(each.sharedGateway()))) {
				offer(each.key(), jitter(Duration.ofMillis(200)));
			}
		});
	}

	private void offer(ObjectKey key, Duration delay) {
		if (this.running) {
			this.queue.offer(key, delay);
		}
	}

	private void reconcile(ObjectKey key) {
		try {
			Duration again = this.steps.take(key);
			this.failures.remove(key);
			this.obstacles.passed(key);
			if (again != null) {
				offer(key, again.isZero() ? again : jitter(again));
			}
		}
		catch (ClusterException ex) {
			int times = this.failures.merge(key, 1, Integer::sum);
			boolean raced = ex.reason() == ClusterException.Reason.CONFLICT;
			Duration asked = ex.retryAfter();
			Duration wait = (asked != null) ? asked : this.properties.retry().multipliedBy(Math.min(times, 10));
			offer(key, jitter(raced ? Duration.ofMillis(50) : wait));
			if (!raced) {
				this.obstacles.met(key, ex);
				logger.warn("Change {} waits: {}", key, ex.getMessage());
			}
		}
		catch (RuntimeException ex) {
			logger.error("Change {} could not be looked at", key, ex);
			offer(key, this.properties.resync());
		}
	}

	private static Duration jitter(Duration delay) {
		long millis = Math.max(1, delay.toMillis());
		return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 5 + 1));
	}

	@Override
	public void start() {
		this.running = this.cluster.info().writable();
		this.changes.snapshot().items().keySet().forEach((key) -> offer(key, Duration.ZERO));
	}

	@Override
	public void stop() {
		this.running = false;
		this.queue.stop(Duration.ofSeconds(10));
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
