package dev.sekisho.routing;

import java.util.Map;

/**
 * The pods of one ingress gateway workload, as far as routing depends on them.
 *
 * @param namespace the namespace they run in
 * @param labels their labels, against which Gateway selectors are held
 */
public record GatewayPods(String namespace, Map<String, String> labels) {

	public GatewayPods {
		labels = Map.copyOf(labels);
	}

}
