package dev.sekisho.apply;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import dev.sekisho.change.Json;
import dev.sekisho.route.GatewayState;
import dev.sekisho.route.GatewayState.Condition;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the portal says on a SharedGateway, beside what others say there.
 */
class GatewayStatusTests {

	private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

	private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

	private static final Map<String, Object> FOREIGN = Map.of("type", "Audited", "status", "True", "reason", "Monthly",
			"message", "", "lastTransitionTime", THEN.toString());

	@Test
	void saysWhetherTheGatewayCanBeUsed() {
		GatewayStatus none = status(Map.of());
		assertThat(none.differs(state(Condition.READY))).isTrue();
		Map<String, Object> written = none.with(state(Condition.READY), NOW);
		assertThat(written).containsEntry("observedGeneration", 3L)
			.containsEntry("conditions", List.of(Map.of("type", "Ready", "status", "True", "reason", "Ready", "message",
					"", "lastTransitionTime", NOW.toString())));
		assertThat(status(written).differs(state(Condition.READY))).isFalse();
		assertThat(status(written).differs(state(Condition.GATEWAY_MISSING))).isTrue();
	}

	@Test
	void keepsWhatOthersSay() {
		Map<String, Object> stored = Map.of("observedGeneration", 2, "quota", 7, "conditions", List.of(FOREIGN));
		Map<String, Object> written = status(stored).with(state(Condition.READY), NOW);
		assertThat(written).containsEntry("quota", 7);
		assertThat(written.get("conditions")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(2).contains(FOREIGN);
	}

	@Test
	void keepsTheTimeOfTheLastTransition() {
		Map<String, Object> first = status(Map.of()).with(state(Condition.GATEWAY_MISSING), THEN);
		assertThat(status(first).with(state(Condition.WORKLOAD_SHARED), NOW).toString()).contains(THEN.toString())
			.doesNotContain(NOW.toString());
		assertThat(status(first).with(state(Condition.READY), NOW).toString()).contains(NOW.toString());
	}

	private static GatewayStatus status(Map<String, Object> stored) {
		return GatewayStatus.of(Json.object(Map.of("apiVersion", "sekisho.dev/v1alpha1", "kind", "SharedGateway",
				"metadata", Map.of("name", "sample-gateway", "generation", 3), "status", stored)));
	}

	private static List<GatewayCondition> state(Condition condition) {
		return List
			.of(GatewayCondition.ready(new GatewayState("sample-gateway", null, condition, "other", 1, 1, THEN, true)));
	}

}
