package dev.sekisho.testing;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;

import dev.sekisho.cluster.ApiAccess;
import dev.sekisho.cluster.CacheChange;
import dev.sekisho.cluster.Cluster;
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
 * A cluster that holds some objects and doesn't change. It can be watched and read.
 */
public class StillCluster implements Cluster {

	private final Map<ObjectKey, GenericKubernetesResource> configMaps = new LinkedHashMap<>();

	private final Map<String, Map<ObjectKey, GenericKubernetesResource>> objects = new LinkedHashMap<>();

	private final Set<String> hidden;

	/**
	 * Holds objects.
	 * @param manifests the objects as parsed
	 * @param hidden kinds that the portal may not list
	 */
	public StillCluster(Collection<? extends Map<String, ?>> manifests, Set<String> hidden) {
		this.hidden = hidden;
		for (Map<String, ?> manifest : manifests) {
			GenericKubernetesResource object = resource(manifest);
			this.objects.computeIfAbsent(object.getKind(), (kind) -> new LinkedHashMap<>()).put(key(object), object);
		}
		this.configMaps.putAll(this.objects.getOrDefault("ConfigMap", Map.of()));
	}

	/**
	 * A raw object.
	 * @param manifest the object as parsed
	 * @return the object as a watch brings it
	 */
	public static GenericKubernetesResource resource(Map<String, ?> manifest) {
		return Serialization.unmarshal(Serialization.asJson(manifest), GenericKubernetesResource.class);
	}

	private static ObjectKey key(GenericKubernetesResource object) {
		String namespace = object.getMetadata().getNamespace();
		return new ObjectKey((namespace != null) ? namespace : "", object.getMetadata().getName());
	}

	@Override
	public ClusterInfo info() {
		return new ClusterInfo("still", ClusterMode.SANDBOX, false);
	}

	@Override
	public ApiAccess as(Credential credential) {
		return (ApiAccess) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { ApiAccess.class },
				(proxy, method, arguments) -> {
					if (method.getName().equals("read") && arguments[0] == ResourceKind.CONFIG_MAP) {
						return Optional.ofNullable(this.configMaps.get((ObjectKey) arguments[1]));
					}
					throw new UnsupportedOperationException(method.getName());
				});
	}

	@Override
	public Optional<Identity> reviewToken(String token) {
		return Optional.empty();
	}

	@Override
	public <T> WatchCache<T> watch(ResourceKind kind, Function<GenericKubernetesResource, T> projection) {
		Map<ObjectKey, T> items = new LinkedHashMap<>();
		boolean seen = !this.hidden.contains(kind.kind());
		if (seen) {
			this.objects.getOrDefault(kind.kind(), Map.of())
				.forEach((key, object) -> items.put(key, projection.apply(object)));
		}
		Freshness freshness = seen ? new Freshness(Freshness.State.LIVE, Instant.parse("2026-11-24T03:04:31Z"), "")
				: new Freshness(Freshness.State.NOT_VISIBLE, null, "forbidden");
		Snapshot<T> snapshot = new Snapshot<>(items, 1, "1", freshness);
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
