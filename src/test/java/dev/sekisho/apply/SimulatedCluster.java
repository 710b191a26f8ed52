package dev.sekisho.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.apply.SimulatedStore.Writer;
import dev.sekisho.cluster.AccessQuestion;
import dev.sekisho.cluster.ApiAccess;
import dev.sekisho.cluster.CacheChange;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterInfo;
import dev.sekisho.cluster.ClusterMode;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.Snapshot;
import dev.sekisho.cluster.WatchCache;
import dev.sekisho.cluster.WriteOptions;
import dev.sekisho.cluster.Written;

/**
 * The connection of one simulated replica: watch caches that hold what the schedule has
 * delivered so far, and calls whose fate the schedule decides.
 */
final class SimulatedCluster implements Cluster {

	/** Who the portal is. */
	static final String PORTAL = "system:serviceaccount:sekisho:sekisho";

	private final Map<ResourceKind, SimulatedWatch> watches = new LinkedHashMap<>();

	private @Nullable SimulatedStore store;

	private SimulatedCalls calls = SimulatedCalls.NONE;

	void connect(SimulatedStore fresh, SimulatedCalls network) {
		this.store = fresh;
		this.calls = network;
		this.watches.values().forEach((watch) -> watch.connect(fresh));
	}

	SimulatedStore store() {
		SimulatedStore connected = this.store;
		if (connected == null) {
			throw new IllegalStateException("not connected");
		}
		return connected;
	}

	List<SimulatedWatch> watches() {
		return new ArrayList<>(this.watches.values());
	}

	/** Shows everything as it was. */
	void showAll(long moment) {
		this.watches.values().forEach((watch) -> watch.relistAt(moment));
	}

	/** The revision up to which all watches have shown all there is. */
	long view() {
		return this.watches.values().stream().mapToLong(SimulatedWatch::reach).min().orElse(0);
	}

	@Override
	public ClusterInfo info() {
		return new ClusterInfo("simulated", ClusterMode.IN_CLUSTER, true);
	}

	@Override
	public ApiAccess as(Credential credential) {
		return new Access();
	}

	@Override
	public Optional<Identity> reviewToken(String token) {
		return Optional.empty();
	}

	@Override
	public <T> WatchCache<T> watch(ResourceKind kind, Function<GenericKubernetesResource, T> projection) {
		SimulatedWatch watch = this.watches.computeIfAbsent(kind, SimulatedWatch::new);
		if (this.store != null && !watch.connected()) {
			watch.connect(this.store);
		}
		return watch.add(projection);
	}

	/**
	 * Calls as the portal.
	 */
	private final class Access implements ApiAccess {

		@Override
		public Optional<GenericKubernetesResource> read(ResourceKind kind, ObjectKey key) {
			return calls().read("read " + kind.kind() + " " + key, () -> Optional.ofNullable(store().find(kind, key)));
		}

		@Override
		public List<GenericKubernetesResource> list(ResourceKind kind, String namespace) {
			return calls().read("list " + kind.kind(), () -> store().list(kind));
		}

		@Override
		public Written create(ResourceKind kind, GenericKubernetesResource object, WriteOptions options) {
			Writer me = me();
			return new Written(
					calls().write("create", kind, SimulatedStore.key(object), () -> store().create(kind, object, me)),
					List.of());
		}

		@Override
		public Written replace(ResourceKind kind, GenericKubernetesResource object, WriteOptions options) {
			Writer me = me();
			return new Written(
					calls().write("replace", kind, SimulatedStore.key(object), () -> store().replace(kind, object, me)),
					List.of());
		}

		@Override
		public GenericKubernetesResource replaceStatus(ResourceKind kind, GenericKubernetesResource object) {
			Writer me = me();
			return calls().write("status", kind, SimulatedStore.key(object),
					() -> store().replaceStatus(kind, object, me));
		}

		@Override
		public void delete(ResourceKind kind, ObjectKey key, String uid, @Nullable String resourceVersion,
				WriteOptions options) {
			Writer me = me();
			calls().write("delete", kind, key, () -> {
				store().delete(kind, key, uid, resourceVersion, me);
				return key;
			});
		}

		@Override
		public boolean allowed(AccessQuestion question) {
			return true;
		}

		@Override
		public Identity whoAmI() {
			return new Identity(PORTAL, "", Set.of());
		}

		private Writer me() {
			return Fiber.inside() ? new Writer(PORTAL, Fiber.current().subject(), Fiber.current().view())
					: Writer.of(PORTAL);
		}

		private SimulatedCalls calls() {
			return SimulatedCluster.this.calls;
		}

	}

	/**
	 * A cache that nobody has to be told about: in a simulation, everything is looked at
	 * all the time.
	 *
	 * @param <T> the type of its items
	 */
	static final class Cache<T> implements WatchCache<T> {

		private final SimulatedWatch watch;

		private final Function<GenericKubernetesResource, T> projection;

		private final Map<ObjectKey, T> items = new LinkedHashMap<>();

		private final Map<ObjectKey, GenericKubernetesResource> sources = new LinkedHashMap<>();

		Cache(SimulatedWatch watch, Function<GenericKubernetesResource, T> projection) {
			this.watch = watch;
			this.projection = projection;
		}

		void put(ObjectKey key, @Nullable GenericKubernetesResource object) {
			if (object == null) {
				this.items.remove(key);
				this.sources.remove(key);
			}
			else if (this.sources.get(key) != object) {
				this.sources.put(key, object);
				this.items.put(key, this.projection.apply(object));
			}
		}

		void retain(Set<ObjectKey> keys) {
			this.items.keySet().retainAll(keys);
			this.sources.keySet().retainAll(keys);
		}

		@Override
		public Snapshot<T> snapshot() {
			return new Snapshot<>(new java.util.TreeMap<>(this.items), this.watch.version(),
					String.valueOf(this.watch.position()), this.watch.freshness());
		}

		@Override
		public void onChange(Consumer<CacheChange> listener) {
			// Everything is looked at all the time.
		}

	}

}
