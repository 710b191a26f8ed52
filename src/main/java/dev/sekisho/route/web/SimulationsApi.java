package dev.sekisho.route.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.access.Visibility;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RouteTables;
import dev.sekisho.routing.HttpRequest;

/**
 * Tells what the gateway answers to a request, without sending one.
 */
@RestController
class SimulationsApi {

	private final RouteTables tables;

	private final Rights rights;

	SimulationsApi(RouteTables tables, Rights rights) {
		this.tables = tables;
		this.rights = rights;
	}

	@PostMapping("/api/v1/simulations")
	SimulationResult simulate(Caller caller, @RequestBody SimulationRequest simulation) {
		LiveTable table = this.tables.find(simulation.gatewayName())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		HttpRequest request = simulation.toRequest(table.table().ports());
		Visibility visibility = this.rights.visibility(caller, simulation.gatewayName());
		return SimulationResult.of(table.table().answer(request), visibility);
	}

}
