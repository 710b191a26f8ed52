package dev.sekisho.routing.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.GatewayPods;
import dev.sekisho.routing.RouteAction;

/**
 * The hosts that the gateway has clusters for, found as istiod finds them.
 */
public final class ServiceDirectory {

	private static final String ROOT_NAMESPACE = "istio-system";

	private final GatewayPods pods;

	private final Map<String, List<ServiceConfig>> services = new HashMap<>();

	private final Map<String, List<DestinationRuleConfig>> rules = new HashMap<>();

	/**
	 * A directory.
	 * @param pods the pods of the gateway that looks things up
	 * @param services the Services
	 * @param rules the DestinationRules
	 */
	public ServiceDirectory(GatewayPods pods, Collection<ServiceConfig> services,
			Collection<DestinationRuleConfig> rules) {
		this.pods = pods;
		services.stream()
			.sorted(Comparator.comparing(ServiceConfig::metadata, Metadata.ORDER))
			.forEach((service) -> this.services.computeIfAbsent(service.host(), (host) -> new ArrayList<>(1))
				.add(service));
		rules.stream()
			.sorted(Comparator.comparing(DestinationRuleConfig::metadata, Metadata.ORDER))
			.forEach((rule) -> this.rules.computeIfAbsent(rule.namespace(), (namespace) -> new ArrayList<>(1))
				.add(rule));
	}

	/**
	 * The port the gateway pods listen on for a port that a Gateway declares.
	 * @param declared the declared port
	 * @return the port of the pods
	 */
	public int listeningPort(int declared) {
		return this.services.values()
			.stream()
			.flatMap(List::stream)
			.filter(ServiceConfig::kubernetes)
			.sorted(Comparator.comparing(ServiceConfig::metadata, Metadata.ORDER))
			.map((service) -> service.targetPort(declared, this.pods))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(declared);
	}

	/**
	 * Works out the cluster of a destination ({@code GetDestinationCluster}).
	 * @param target the destination with its resolved host
	 * @param namespace the namespace of the VirtualService
	 * @param declaredPort the port the Gateway's server declares
	 * @return the destination
	 */
	public RouteAction.Destination destination(ActionSpec.Target target, String namespace, int declaredPort) {
		String host = target.host();
		ServiceConfig service = find(host, namespace);
		String real = (service != null && !service.externalName().isEmpty()) ? service.externalName() : host;
		int port = declaredPort;
		if (target.port() != 0) {
			port = target.port();
		}
		else if (service != null && service.ports().size() == 1) {
			port = service.ports().get(0).number();
		}
		String cluster = "outbound|" + port + "|" + target.subset() + "|" + real;
		return new RouteAction.Destination(real, port, target.subset(), target.weight(), cluster,
				clusterExists(real, port, target.subset()));
	}

	private @Nullable ServiceConfig find(String host, String namespace) {
		List<ServiceConfig> candidates = visible(host);
		for (ServiceConfig candidate : candidates) {
			if (candidate.namespace().equals(namespace)) {
				return candidate;
			}
		}
		for (ServiceConfig candidate : candidates) {
			if (candidate.kubernetes()) {
				return candidate;
			}
		}
		return candidates.isEmpty() ? null : candidates.get(0);
	}

	private List<ServiceConfig> visible(String host) {
		return this.services.getOrDefault(host, List.of())
			.stream()
			.filter((service) -> service.isVisibleTo(this.pods.namespace()))
			.toList();
	}

	private boolean clusterExists(String host, int port, String subset) {
		return visible(host).stream()
			.anyMatch((service) -> service.externalName().isEmpty() && service.hasPort(port)
					&& (subset.isEmpty() || hasSubset(service, subset)));
	}

	// Looks for the DestinationRule as PushContext.destinationRule does: in the gateway's
	// namespace, then the Service's, then the root namespace.
	private boolean hasSubset(ServiceConfig service, String subset) {
		List<DestinationRuleConfig> local = mostSpecific(this.pods.namespace(), service.host(), false);
		if (!local.isEmpty()) {
			return local.stream().anyMatch((rule) -> rule.subsets().contains(subset));
		}
		for (String namespace : List.of(service.namespace(), ROOT_NAMESPACE)) {
			List<DestinationRuleConfig> exported = mostSpecific(namespace, service.host(), true).stream()
				.filter((rule) -> rule.isExportedTo(this.pods.namespace()))
				.toList();
			if (!exported.isEmpty()) {
				return exported.stream().anyMatch((rule) -> rule.subsets().contains(subset));
			}
		}
		return false;
	}

	private List<DestinationRuleConfig> mostSpecific(String namespace, String host, boolean exported) {
		List<DestinationRuleConfig> covering = this.rules.getOrDefault(namespace, List.of())
			.stream()
			.filter((rule) -> rule.covers(host) && !(exported && rule.isPrivate()) && !rule.workloadSelector())
			.toList();
		String best = covering.stream()
			.map(DestinationRuleConfig::host)
			.max(Comparator.comparing((String rule) -> !HostName.isWildcard(rule)).thenComparing(String::length))
			.orElse("");
		return covering.stream().filter((rule) -> rule.host().equals(best)).toList();
	}

}
