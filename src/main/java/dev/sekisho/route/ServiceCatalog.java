package dev.sekisho.route;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Freshness;
import dev.sekisho.cluster.ObjectKey;

/**
 * What a route can lead to: namespaces and their Services.
 */
@Component
public class ServiceCatalog {

	private final ClusterObjects objects;

	private final EndpointTotals totals = new EndpointTotals();

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

	/**
	 * Whether the numbers of endpoints can be relied on.
	 * @return {@code false} if EndpointSlices aren't visible or haven't been listed yet
	 */
	public boolean endpointsKnown() {
		Freshness.State state = this.objects.endpoints().snapshot().freshness().state();
		return state == Freshness.State.LIVE || state == Freshness.State.BROKEN;
	}

	/**
	 * Grows with every change of Services and endpoints.
	 * @return the version, within this process
	 */
	public long version() {
		return this.objects.services().snapshot().version() + this.objects.endpoints().snapshot().version();
	}

	private ServiceEntryPoint entryPoint(ObjectKey key, ServiceObject service) {
		EndpointTotals.Total total = this.totals.of(this.objects.endpoints().snapshot(), key);
		return new ServiceEntryPoint(key.namespace(), key.name(), service.type(), service.ports(), total.ready(),
				total.total());
	}

}
