package dev.sekisho.route;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

/**
 * The rules of the ALB before a shared gateway. Any Ingress that joins the group of the
 * gateway's own can take requests before the gateway sees them.
 */
@Component
class AlbStage {

	private final ClusterObjects objects;

	private final GatewayWorkloads workloads;

	AlbStage(ClusterObjects objects, GatewayWorkloads workloads) {
		this.objects = objects;
		this.workloads = workloads;
	}

	/**
	 * What the ALB does with a request.
	 * @param gateway the shared gateway
	 * @param door the gateway's own Ingress
	 * @param listener where the request arrives
	 * @param host the host the client asks for
	 * @param target path and query
	 * @return whether the gateway gets it, and else which rule does
	 */
	EntryPoint entry(SharedGateway gateway, AlbIngress door, AlbListener listener, String host, String target) {
		List<AlbIngress> all = this.objects.ingresses()
			.snapshot()
			.items()
			.values()
			.stream()
			.map(IngressScheme::member)
			.toList();
		List<AlbIngress> listening = door.members(all, (other) -> other.ingressClass().equals(door.ingressClass()))
			.stream()
			.filter((member) -> member.listeners().isEmpty() || member.listeners().contains(listener))
			.toList();
		Predicate<AlbRule> own = leadsTo(gateway, door);
		for (AlbRule rule : AlbIngress.sequence(listening)) {
			if (rule.takes(host, target)) {
				EntryPoint.Kind kind = own.test(rule) ? EntryPoint.Kind.TAKES
						: rule.conditional() ? EntryPoint.Kind.MAY_BE_TAKEN : EntryPoint.Kind.TAKEN_BEFORE;
				return new EntryPoint(kind, listener.port(), "", own.test(rule) ? null : rule);
			}
		}
		return new EntryPoint(EntryPoint.Kind.NO_RULE, listener.port(), "");
	}

	// Where pods or Service aren't seen, the gateway's own Ingress is taken to lead
	// there.
	private Predicate<AlbRule> leadsTo(SharedGateway gateway, AlbIngress door) {
		GatewayWorkloads.Workload workload = this.workloads.of(gateway);
		Predicate<AlbRule> own = (rule) -> rule.ingress().equals(door.key()) && !rule.service().name().isEmpty();
		return workload.assumed() ? own
				: (rule) -> this.objects.services()
					.snapshot()
					.find(rule.service())
					.map((service) -> selects(service, workload.pods().labels()))
					.orElseGet(() -> own.test(rule));
	}

	private static boolean selects(ServiceObject service, Map<String, String> labels) {
		return service.raw().get("spec") instanceof Map<?, ?> spec && spec.get("selector") instanceof Map<?, ?> selector
				&& !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
	}

}
