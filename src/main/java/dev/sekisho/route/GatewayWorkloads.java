package dev.sekisho.route;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.Snapshot;
import dev.sekisho.routing.GatewayPods;

/**
 * Finds the pods that a shared gateway's Gateway selects.
 */
@Component
public class GatewayWorkloads {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private final ClusterObjects objects;

	GatewayWorkloads(ClusterObjects objects) {
		this.objects = objects;
	}

	/**
	 * The workload of a shared gateway.
	 * @param gateway the shared gateway
	 * @return the workload; assumed from the Gateway's selector when no pod is visible
	 */
	public Workload of(SharedGateway gateway) {
		Map<String, String> selector = selector(gateway.gateway());
		Map<String, List<Map<String, String>>> podsByNamespace = pods(selector);
		if (podsByNamespace.isEmpty()) {
			return new Workload(new GatewayPods(gateway.gateway().namespace(), selector), 0);
		}
		String own = gateway.gateway().namespace();
		String namespace = podsByNamespace.containsKey(own) ? own
				: podsByNamespace.keySet().stream().min(Comparator.naturalOrder()).orElse(own);
		List<Map<String, String>> pods = podsByNamespace.getOrDefault(namespace, List.of());
		return new Workload(new GatewayPods(namespace, common(pods)), pods.size());
	}

	/**
	 * Whether the Gateway of a shared gateway exists.
	 * @param gateway the shared gateway
	 * @return {@code true} if it was seen
	 */
	public boolean exists(SharedGateway gateway) {
		return this.objects.gateways().snapshot().find(gateway.gateway()).isPresent();
	}

	private Map<String, String> selector(ObjectKey gateway) {
		JsonNode selector = this.objects.gateways()
			.snapshot()
			.find(gateway)
			.<JsonNode>map(MAPPER::valueToTree)
			.map((manifest) -> manifest.path("spec").path("selector"))
			.orElse(MAPPER.missingNode());
		Map<String, String> labels = new HashMap<>();
		selector.properties().forEach((entry) -> labels.put(entry.getKey(), entry.getValue().asText()));
		return labels;
	}

	private Map<String, List<Map<String, String>>> pods(Map<String, String> selector) {
		if (selector.isEmpty()) {
			return Map.of();
		}
		Snapshot<Map<String, String>> pods = this.objects.pods().snapshot();
		return pods.items()
			.entrySet()
			.stream()
			.filter((pod) -> pod.getValue().entrySet().containsAll(selector.entrySet()))
			.collect(Collectors.groupingBy((pod) -> pod.getKey().namespace(),
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private static Map<String, String> common(List<Map<String, String>> pods) {
		Map<String, String> labels = new HashMap<>(pods.get(0));
		pods.forEach((pod) -> labels.entrySet().retainAll(pod.entrySet()));
		return labels;
	}

	/**
	 * The pods of an ingress gateway.
	 *
	 * @param pods their namespace and the labels all of them have
	 * @param count how many were seen; 0 means that labels and namespace are assumed from
	 * the Gateway
	 */
	public record Workload(GatewayPods pods, int count) {

		/**
		 * Whether no pod was seen.
		 * @return {@code true} if labels and namespace are assumed
		 */
		public boolean assumed() {
			return this.count == 0;
		}

	}

}
