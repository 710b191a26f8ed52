package dev.sekisho.route;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.ObjectKey;

/**
 * What a route can lead to: namespaces and their Services.
 */
@Component
public class ServiceCatalog {

	private final ClusterObjects objects;

	ServiceCatalog(ClusterObjects objects) {
		this.objects = objects;
	}

	/**
	 * The namespaces that aren't being deleted.
	 * @return their names, sorted; those that have a Service where Namespaces aren't
	 * visible
	 */
	public List<String> namespaces() {
		Map<ObjectKey, NamespaceMeta> namespaces = this.objects.namespaces().snapshot().items();
		if (namespaces.isEmpty()) {
			return this.objects.services()
				.snapshot()
				.items()
				.keySet()
				.stream()
				.map(ObjectKey::namespace)
				.distinct()
				.sorted()
				.toList();
		}
		return namespaces.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().terminating())
			.map((entry) -> entry.getKey().name())
			.sorted()
			.toList();
	}

	/**
	 * The labels of a namespace.
	 * @param namespace the namespace
	 * @return its labels; empty if it isn't known
	 */
	public Map<String, String> namespaceLabels(String namespace) {
		return this.objects.namespaces()
			.snapshot()
			.find(ObjectKey.of(namespace))
			.map(NamespaceMeta::labels)
			.orElse(Map.of());
	}

	/**
	 * The Services of a namespace.
	 * @param namespace the namespace
	 * @return the Services, by name
	 */
	public List<ServiceEntryPoint> services(String namespace) {
		return this.objects.services()
			.snapshot()
			.items()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().namespace().equals(namespace))
			.map((entry) -> entryPoint(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparing(ServiceEntryPoint::name))
			.toList();
	}

	/**
	 * Finds one Service.
	 * @param key its namespace and name
	 * @return the Service; empty if there is none
	 */
	public Optional<ServiceEntryPoint> service(ObjectKey key) {
		return this.objects.services().snapshot().find(key).map((service) -> entryPoint(key, service));
	}

	/**
	 * Whether the list of Services can be relied on: that one is missing means it doesn't
	 * exist.
	 * @return {@code false} if Services aren't visible or haven't been listed yet
	 */
	public boolean complete() {
		return this.objects.services().snapshot().freshness().live();
	}

	private ServiceEntryPoint entryPoint(ObjectKey key, ServiceObject service) {
		Map<String, List<EndpointCount>> byAddressType = this.objects.endpoints()
			.snapshot()
			.items()
			.values()
			.stream()
			.filter((count) -> count.namespace().equals(key.namespace()) && count.service().equals(key.name()))
			.collect(Collectors.groupingBy(EndpointCount::addressType));
		int ready = byAddressType.values().stream().mapToInt(ServiceCatalog::ready).max().orElse(0);
		int total = byAddressType.values().stream().mapToInt(ServiceCatalog::total).max().orElse(0);
		return new ServiceEntryPoint(key.namespace(), key.name(), service.type(), service.ports(), ready, total);
	}

	private static int ready(List<EndpointCount> slices) {
		return slices.stream().mapToInt(EndpointCount::ready).sum();
	}

	private static int total(List<EndpointCount> slices) {
		return slices.stream().mapToInt(EndpointCount::total).sum();
	}

}
