package dev.sekisho.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WatchCache;

/**
 * The namespaces and shared gateways that questions about rights are asked for.
 */
@Component
class KnownNamespaces {

	private final WatchCache<ObjectKey> virtualServices;

	private final WatchCache<ObjectKey> services;

	private final WatchCache<ObjectKey> namespaces;

	private final WatchCache<ObjectKey> sharedGateways;

	private final KnownNames routes;

	private final KnownNames everywhere;

	KnownNamespaces(Cluster cluster) {
		this.virtualServices = cluster.watch(ResourceKind.VIRTUAL_SERVICE, KnownNamespaces::key);
		this.services = cluster.watch(ResourceKind.SERVICE, KnownNamespaces::key);
		this.namespaces = cluster.watch(ResourceKind.NAMESPACE, KnownNamespaces::key);
		this.sharedGateways = cluster.watch(ResourceKind.SHARED_GATEWAY, KnownNamespaces::key);
		this.routes = new KnownNames(List.of(this.virtualServices), () -> namespacesOf(this.virtualServices));
		this.everywhere = new KnownNames(List.of(this.virtualServices, this.services, this.namespaces),
				this::everywhere);
	}

	/**
	 * The namespaces that hold routes.
	 * @return their names, sorted; the same set as long as they're the same
	 */
	Set<String> withRoutes() {
		return this.routes.get();
	}

	/**
	 * All namespaces; those with routes or Services where namespaces can't be listed.
	 * @return their names, sorted; the same set as long as they're the same
	 */
	Set<String> all() {
		return this.everywhere.get();
	}

	private Set<String> everywhere() {
		Set<String> names = new TreeSet<>(withRoutes());
		names.addAll(namespacesOf(this.services));
		this.namespaces.snapshot().items().keySet().forEach((key) -> names.add(key.name()));
		return names;
	}

	/**
	 * The shared gateways.
	 * @return their names, sorted
	 */
	Set<String> sharedGateways() {
		Set<String> names = new TreeSet<>();
		this.sharedGateways.snapshot().items().keySet().forEach((key) -> names.add(key.name()));
		return names;
	}

	/**
	 * The kinds that weren't listed yet.
	 * @return their resource names
	 */
	List<String> notListed() {
		Map<String, WatchCache<ObjectKey>> caches = new TreeMap<>(Map.of("virtualservices", this.virtualServices,
				"services", this.services, "namespaces", this.namespaces, "sharedgateways", this.sharedGateways));
		return caches.entrySet()
			.stream()
			.filter((cache) -> cache.getValue().snapshot().freshness().state() == Freshness.State.STARTING)
			.map(Map.Entry::getKey)
			.toList();
	}

	private static Set<String> namespacesOf(WatchCache<ObjectKey> cache) {
		Set<String> names = new TreeSet<>();
		cache.snapshot().items().keySet().forEach((key) -> names.add(key.namespace()));
		return names;
	}

	private static ObjectKey key(GenericKubernetesResource object) {
		String namespace = object.getMetadata().getNamespace();
		return new ObjectKey((namespace != null) ? namespace : "", object.getMetadata().getName());
	}

}
