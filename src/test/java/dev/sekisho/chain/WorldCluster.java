package dev.sekisho.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

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
 * A cluster that holds a world and doesn't change. It can be watched and nothing else.
 */
public class WorldCluster implements Cluster {

	private final World world;

	/**
	 * Holds a world.
	 * @param name the name of its file
	 */
	public WorldCluster(String name) {
		this.world = World.read(name);
	}

	@Override
	public ClusterInfo info() {
		return new ClusterInfo("world", ClusterMode.SANDBOX, false);
	}

	@Override
	public ApiAccess as(Credential credential) {
		throw new ClusterException(ClusterException.Reason.UNAVAILABLE, "A world answers no calls", List.of(), null,
				null);
	}

	@Override
	public Optional<Identity> reviewToken(String token) {
		return Optional.empty();
	}

	@Override
	public <T> WatchCache<T> watch(ResourceKind kind, Function<GenericKubernetesResource, T> projection) {
		Map<ObjectKey, T> items = new LinkedHashMap<>();
		this.world.objects()
			.values()
			.stream()
			.filter((object) -> kind.kind().equals(object.get("kind")))
			.map(World::resource)
			.forEach((object) -> items.put(Keys.of(object), projection.apply(object)));
		Snapshot<T> snapshot = new Snapshot<>(items, 1, "1", new Freshness(Freshness.State.LIVE, World.AS_OF, ""));
		return new WatchCache<>() {
			@Override
			public Snapshot<T> snapshot() {
				return snapshot;
			}

			@Override
			public void onChange(Consumer<CacheChange> listener) {
			}
		};
	}

}
