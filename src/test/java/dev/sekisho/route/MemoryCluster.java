package dev.sekisho.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import dev.sekisho.cluster.ApiAccess;
import dev.sekisho.cluster.CacheChange;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ClusterInfo;
import dev.sekisho.cluster.ClusterMode;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.Identity;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.Snapshot;
import dev.sekisho.cluster.WatchCache;

/**
 * A cluster in memory that can be watched and written to by the test, and nothing else.
 */
public class MemoryCluster implements Cluster {

	/** Until when its content is known to be current. */
	public static final Instant AS_OF = Instant.parse("2026-11-24T03:04:31Z");

	private final Map<String, Map<ObjectKey, GenericKubernetesResource>> objects = new HashMap<>();

	private final List<Cache<?>> caches = new ArrayList<>();

	private Freshness.State state = Freshness.State.LIVE;

	/**
	 * The cluster with what the sandbox starts with.
	 * @return the cluster
	 */
	public static MemoryCluster seeded() {
		MemoryCluster cluster = new MemoryCluster();
		try {
			Resource[] files = new PathMatchingResourcePatternResolver()
				.getResources("classpath:dev/sekisho/sandbox/seed/*.yaml");
			for (Resource file : files) {
				cluster.put(file.getContentAsString(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return cluster;
	}

	/**
	 * Creates or replaces objects.
	 * @param yaml the objects, as YAML documents
	 */
	public final void put(String yaml) {
		Arrays.stream(yaml.split("(?m)^---$"))
			.filter((document) -> document.lines().anyMatch((line) -> !line.isBlank() && !line.startsWith("#")))
			.map((document) -> Serialization.unmarshal(document, GenericKubernetesResource.class))
			.forEach((object) -> {
				ObjectKey key = key(object);
				object.getMetadata().setUid(object.getKind() + "-" + key.name());
				this.objects.computeIfAbsent(object.getKind(), (kind) -> new TreeMap<>()).put(key, object);
				changed(object.getKind(), key);
			});
	}

	/**
	 * Deletes an object.
	 * @param kind its kind
	 * @param key its namespace and name
	 */
	public void remove(String kind, ObjectKey key) {
		this.objects.getOrDefault(kind, Map.of()).remove(key);
		changed(kind, key);
	}

	/**
	 * Has every watch be in a state.
	 * @param state the state
	 */
	public void watches(Freshness.State state) {
		this.state = state;
		this.caches.forEach((cache) -> cache.changed(null));
	}

	@Override
	public ClusterInfo info() {
		return new ClusterInfo("prod-tokyo", ClusterMode.IN_CLUSTER, true);
	}

	@Override
	public ApiAccess as(Credential credential) {
		throw new ClusterException(ClusterException.Reason.UNAVAILABLE, "This cluster answers no calls", List.of(),
				null, null);
	}

	@Override
	public Optional<Identity> reviewToken(String token) {
		return Optional.empty();
	}

	@Override
	public <T> WatchCache<T> watch(ResourceKind kind, Function<GenericKubernetesResource, T> projection) {
		Cache<T> cache = new Cache<>(kind, projection);
		this.caches.add(cache);
		return cache;
	}

	private void changed(String kind, ObjectKey key) {
		this.caches.stream().filter((cache) -> cache.kind.kind().equals(kind)).forEach((cache) -> cache.changed(key));
	}

	private static ObjectKey key(GenericKubernetesResource object) {
		String namespace = object.getMetadata().getNamespace();
		return new ObjectKey((namespace != null) ? namespace : "", object.getMetadata().getName());
	}

	private final class Cache<T> implements WatchCache<T> {

		private final ResourceKind kind;

		private final Function<GenericKubernetesResource, T> projection;

		private final List<Consumer<CacheChange>> listeners = new ArrayList<>();

		// A record stays the same until its object is written again.
		private final Map<GenericKubernetesResource, T> records = new IdentityHashMap<>();

		private volatile Snapshot<T> snapshot;

		private Cache(ResourceKind kind, Function<GenericKubernetesResource, T> projection) {
			this.kind = kind;
			this.projection = projection;
			this.snapshot = read(1);
		}

		@Override
		public Snapshot<T> snapshot() {
			return this.snapshot;
		}

		@Override
		public void onChange(Consumer<CacheChange> listener) {
			this.listeners.add(listener);
		}

		private void changed(ObjectKey key) {
			this.snapshot = read(this.snapshot.version() + 1);
			this.listeners.forEach((listener) -> listener.accept(new CacheChange(this.kind, key)));
		}

		private Snapshot<T> read(long version) {
			Map<ObjectKey, T> items = new TreeMap<>();
			MemoryCluster.this.objects.getOrDefault(this.kind.kind(), Map.of())
				.forEach((key, object) -> items.put(key, this.records.computeIfAbsent(object, this.projection)));
			boolean live = MemoryCluster.this.state == Freshness.State.LIVE;
			return new Snapshot<>(items, version, String.valueOf(version),
					new Freshness(MemoryCluster.this.state, AS_OF, live ? "" : "The API server can't be reached"));
		}

	}

}
