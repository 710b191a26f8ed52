package dev.sekisho.apply;

import java.util.List;
import java.util.Map;

import dev.sekisho.route.ClaimOverlap;
import dev.sekisho.route.GatewayState;

/**
 * What the portal says on a SharedGateway. Who may read it may read the spec, and nothing
 * else is told: claims are named by their place.
 *
 * @param type the condition's type
 * @param holds whether it holds
 * @param reason a code for why
 * @param message the same in words; may be empty
 */
record GatewayCondition(String type, boolean holds, String reason, String message) {

	private static final int MOST = 5;

	/**
	 * Whether it can be used.
	 * @param state how it stands
	 * @return the condition Ready
	 */
	static GatewayCondition ready(GatewayState state) {
		return new GatewayCondition("Ready", state.condition() == GatewayState.Condition.READY,
				state.condition().reason(), message(state));
	}

	/**
	 * Whether its claims give no place to several namespaces.
	 * @param overlaps where they do
	 * @return the condition ClaimsDistinct
	 */
	static GatewayCondition distinct(List<ClaimOverlap> overlaps) {
		return new GatewayCondition("ClaimsDistinct", overlaps.isEmpty(),
				overlaps.isEmpty() ? "NoOverlap" : "ClaimsOverlap", message(overlaps));
	}

	String status() {
		return this.holds ? "True" : "False";
	}

	Map<String, Object> tree() {
		return Map.of("type", this.type, "status", status(), "reason", this.reason, "message", this.message);
	}

	private static String message(GatewayState state) {
		return switch (state.condition()) {
			case READY, STARTING -> "";
			case UNREADABLE -> "The spec can't be used: " + state.detail();
			case GATEWAY_MISSING -> "The Gateway it names doesn't exist.";
			case WORKLOAD_SHARED -> "Another SharedGateway, " + state.detail() + ", is about the same gateway pods.";
		};
	}

	private static String message(List<ClaimOverlap> overlaps) {
		StringBuilder message = new StringBuilder();
		overlaps.stream()
			.limit(MOST)
			.forEach((overlap) -> message.append("On host %s, %s of spec.claims[%d] overlaps %s of spec.claims[%d]. "
				.formatted(overlap.host(), overlap.inner().prefix(), overlap.inner().claim(), overlap.outer().prefix(),
						overlap.outer().claim())));
		if (overlaps.size() > MOST) {
			message.append("And ").append(overlaps.size() - MOST).append(" more.");
		}
		return message.toString().strip();
	}

}
