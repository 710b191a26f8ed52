package dev.sekisho.route.web;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.sekisho.access.Caller;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.FrontDoors;
import dev.sekisho.route.GatewayState;
import dev.sekisho.route.GatewayStates;
import dev.sekisho.route.SharedGateway;

/**
 * The shared gateways.
 */
@RestController
@Tag(name = "Gateways")
class GatewaysApi {

	private final GatewayStates states;

	private final FrontDoors frontDoors;

	GatewaysApi(GatewayStates states, FrontDoors frontDoors) {
		this.states = states;
		this.frontDoors = frontDoors;
	}

	@Operation(summary = "The shared gateways and how they stand",
			description = "Those that can't be read are listed with the reason.")
	@ApiResponse(responseCode = "200", description = "The shared gateways, by name.")
	@GetMapping("/api/v1/gateways")
	GatewayList gateways(Caller caller) {
		return new GatewayList(this.states.all().stream().map(this::item).toList());
	}

	private GatewayItem item(GatewayState state) {
		SharedGateway gateway = state.gateway();
		FrontDoors.Exposure exposure = (gateway != null) ? this.frontDoors.exposure(gateway)
				: FrontDoors.Exposure.UNKNOWN;
		return new GatewayItem(state.name(), (gateway != null) ? gateway.gateway() : null, state.condition().value(),
				state.detail(), state.podCount(), state.routes(), exposure.value(),
				gateway != null && gateway.derived(), state.asOf(), state.live());
	}

	/**
	 * Shared gateways.
	 *
	 * @param items the shared gateways, by name
	 */
	record GatewayList(List<GatewayItem> items) {

	}

	/**
	 * A shared gateway.
	 *
	 * @param name its name
	 * @param gateway the Istio Gateway; {@code null} if the object can't be read
	 * @param state {@code ready}, or what is wrong
	 * @param detail what is wrong, in words; may be empty
	 * @param pods how many pods of the ingress gateway were seen; 0: its labels are
	 * assumed
	 * @param routes how many routes it has
	 * @param exposure {@code internet-facing}, {@code internal} or {@code unknown}
	 * @param derived whether there is no SharedGateway object behind it
	 * @param asOf until when this is known to be current
	 * @param live whether the watches are up
	 */
	record GatewayItem(String name, @Nullable ObjectKey gateway, String state, String detail, int pods, int routes,
			String exposure, boolean derived, @Nullable Instant asOf, boolean live) {

	}

}
