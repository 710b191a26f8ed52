package dev.sekisho.apply;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.change.Json;
import dev.sekisho.route.GatewayState;

/**
 * The status of a SharedGateway: the condition Ready. Whatever else it holds is left as
 * it is; another version of the portal may have written it.
 */
final class GatewayStatus {

	private static final String READY = "Ready";

	private final Map<String, Object> stored;

	private final long generation;

	private GatewayStatus(Map<String, Object> stored, long generation) {
		this.stored = stored;
		this.generation = generation;
	}

	static GatewayStatus of(GenericKubernetesResource gateway) {
		Long generation = gateway.getMetadata().getGeneration();
		return new GatewayStatus(map(Json.tree(gateway).get("status")), (generation != null) ? generation : 0);
	}

	/**
	 * Whether it says something else about the gateway, or nothing.
	 * @param state the gateway as it is
	 * @return {@code true} if it has to be written
	 */
	boolean differs(GatewayState state) {
		Map<String, Object> ready = ready();
		return !state.condition().reason().equals(ready.get("reason")) || !message(state).equals(ready.get("message"))
				|| !String.valueOf(this.generation).equals(String.valueOf(this.stored.get("observedGeneration")));
	}

	/**
	 * The status that says how the gateway is.
	 * @param state the gateway as it is
	 * @param now the time
	 * @return the status to store
	 */
	Map<String, Object> with(GatewayState state, Instant now) {
		Map<String, Object> before = ready();
		Map<String, Object> ready = new LinkedHashMap<>(before);
		String status = (state.condition() == GatewayState.Condition.READY) ? "True" : "False";
		if (!status.equals(before.get("status"))) {
			ready.put("lastTransitionTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
		}
		ready.putAll(Map.of("type", READY, "status", status, "reason", state.condition().reason(), "message",
				message(state)));
		List<Map<String, Object>> conditions = new ArrayList<>(conditions());
		conditions.removeIf(GatewayStatus::isReady);
		conditions.add(0, ready);
		Map<String, Object> whole = new LinkedHashMap<>(this.stored);
		whole.put("observedGeneration", this.generation);
		whole.put("conditions", conditions);
		return whole;
	}

	// A SharedGateway may be read by everybody: what it names is in its own spec.
	private static String message(GatewayState state) {
		return switch (state.condition()) {
			case READY, STARTING -> "";
			case UNREADABLE -> "The spec can't be used: " + state.detail();
			case GATEWAY_MISSING -> "The Gateway it names doesn't exist.";
			case WORKLOAD_SHARED -> "Another SharedGateway, " + state.detail() + ", is about the same gateway pods.";
		};
	}

	private Map<String, Object> ready() {
		return conditions().stream().filter(GatewayStatus::isReady).findFirst().orElse(Map.of());
	}

	private List<Map<String, Object>> conditions() {
		return (this.stored.get("conditions") instanceof List<?> list) ? list.stream().map(GatewayStatus::map).toList()
				: List.of();
	}

	private static boolean isReady(Map<String, Object> condition) {
		return READY.equals(condition.get("type"));
	}

	private static Map<String, Object> map(@Nullable Object value) {
		Map<String, Object> map = new LinkedHashMap<>();
		if (value instanceof Map<?, ?> members) {
			members.forEach((key, member) -> map.put(String.valueOf(key), member));
		}
		return map;
	}

}
