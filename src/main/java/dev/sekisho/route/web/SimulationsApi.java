package dev.sekisho.route.web;

import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.route.LiveTable;

/**
 * Tells what the gateway answers to a request, without sending one.
 */
@RestController
@Tag(name = "Routes")
class SimulationsApi {

	private final ShownGateway gateways;

	private final Simulations simulations;

	private final Rights rights;

	SimulationsApi(ShownGateway gateways, Simulations simulations, Rights rights) {
		this.gateways = gateways;
		this.simulations = simulations;
		this.rights = rights;
	}

	@PostMapping("/api/v1/simulations")
	@Operation(summary = "Which route gets a request, and why",
			description = "Computed from the route table; nothing is sent. With `change`, also the answer after that "
					+ "open change.")
	@ApiResponse(responseCode = "200",
			description = "The answer, with the routes that were tried before and why " + "each lost.")
	@ApiResponse(responseCode = "400", description = "The request isn't one.")
	@ApiResponse(responseCode = "404",
			description = "No such shared gateway or open change, or the caller doesn't " + "see it.")
	SimulationResult simulate(Caller caller, @RequestBody SimulationRequest simulation) {
		TriedRequest tried = simulation.toRequest();
		LiveTable table = this.gateways.table(simulation.gatewayName());
		Reader reader = new Reader(this.rights.visibility(caller, table.gateway().name()), Set.of());
		return SimulationResult
			.of(this.simulations.simulate(caller, table, tried, simulation.port(), simulation.changeName()), reader);
	}

}
