package dev.sekisho.apply;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.change.Json;

/**
 * The status of a SharedGateway: the portal's conditions. Whatever else it holds is left
 * as it is; another version of the portal may have written it.
 */
final class GatewayStatus {

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
	 * @param said what it should say
	 * @return {@code true} if it has to be written
	 */
	boolean differs(List<GatewayCondition> said) {
		return said.stream().anyMatch((one) -> !stored(one.type()).entrySet().containsAll(one.tree().entrySet()))
				|| !String.valueOf(this.generation).equals(String.valueOf(this.stored.get("observedGeneration")));
	}

	/**
	 * The status that says how the gateway is.
	 * @param said what it should say
	 * @param now the time
	 * @return the status to store
	 */
	Map<String, Object> with(List<GatewayCondition> said, Instant now) {
		List<Map<String, Object>> conditions = new ArrayList<>(said.stream().map((one) -> with(one, now)).toList());
		Set<String> types = said.stream().map(GatewayCondition::type).collect(Collectors.toSet());
		conditions().stream()
			.filter((one) -> !types.contains(String.valueOf(one.get("type"))))
			.forEach(conditions::add);
		Map<String, Object> whole = new LinkedHashMap<>(this.stored);
		whole.put("observedGeneration", this.generation);
		whole.put("conditions", conditions);
		return whole;
	}

	private Map<String, Object> with(GatewayCondition said, Instant now) {
		Map<String, Object> before = stored(said.type());
		Map<String, Object> condition = new LinkedHashMap<>(before);
		condition.putAll(said.tree());
		if (!said.status().equals(before.get("status"))) {
			condition.put("lastTransitionTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
		}
		return condition;
	}

	private Map<String, Object> stored(String type) {
		return conditions().stream().filter((one) -> type.equals(one.get("type"))).findFirst().orElse(Map.of());
	}

	private List<Map<String, Object>> conditions() {
		return (this.stored.get("conditions") instanceof List<?> list) ? list.stream().map(GatewayStatus::map).toList()
				: List.of();
	}

	private static Map<String, Object> map(@Nullable Object value) {
		Map<String, Object> map = new LinkedHashMap<>();
		if (value instanceof Map<?, ?> members) {
			members.forEach((key, member) -> map.put(String.valueOf(key), member));
		}
		return map;
	}

}
