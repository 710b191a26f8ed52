package dev.sekisho.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sekisho.cluster.Freshness;
import dev.sekisho.route.GatewayState.Condition;
import dev.sekisho.routing.table.RouteTable;

/**
 * Tells how the shared gateways stand.
 */
@Component
public class GatewayStates {

	private final SharedGateways sharedGateways;

	private final GatewayWorkloads workloads;

	private final RouteTables tables;

	GatewayStates(SharedGateways sharedGateways, GatewayWorkloads workloads, RouteTables tables) {
		this.sharedGateways = sharedGateways;
		this.workloads = workloads;
		this.tables = tables;
	}

	/**
	 * All shared gateways, readable or not.
	 * @return their states, by name
	 */
	public List<GatewayState> all() {
		List<SharedGateway> readable = this.sharedGateways.all();
		List<GatewayState> states = new ArrayList<>();
		readable.forEach((gateway) -> states.add(state(gateway, readable)));
		this.sharedGateways.unreadable()
			.forEach((name, problem) -> states
				.add(new GatewayState(name, null, Condition.UNREADABLE, problem, 0, 0, null, false)));
		states.sort(Comparator.comparing(GatewayState::name));
		return states;
	}

	/**
	 * Whether the Gateway of a shared gateway exists.
	 * @param gateway a shared gateway, stored or not
	 * @return {@code true} if so
	 */
	public boolean exists(SharedGateway gateway) {
		return this.workloads.exists(gateway);
	}

	/**
	 * Another shared gateway on the same ingress gateway, which is a configuration error.
	 * @param gateway a shared gateway
	 * @return the other one's name, if there is one
	 */
	public Optional<String> rival(SharedGateway gateway) {
		return rival(gateway, this.sharedGateways.all());
	}

	private GatewayState state(SharedGateway gateway, List<SharedGateway> all) {
		Optional<LiveTable> table = this.tables.find(gateway.name());
		Optional<String> rival = rival(gateway, all);
		Condition condition = Condition.READY;
		if (rival.isPresent()) {
			condition = Condition.WORKLOAD_SHARED;
		}
		else if (!this.workloads.exists(gateway)) {
			condition = Condition.GATEWAY_MISSING;
		}
		else if (table.isEmpty()) {
			condition = Condition.STARTING;
		}
		Freshness freshness = table.map(LiveTable::freshness).orElse(new Freshness(Freshness.State.STARTING, null, ""));
		return new GatewayState(gateway.name(), gateway, condition, rival.orElse(""),
				this.workloads.of(gateway).count(), table.map(LiveTable::table).map(GatewayStates::routes).orElse(0),
				freshness.asOf(), freshness.live());
	}

	private Optional<String> rival(SharedGateway gateway, List<SharedGateway> all) {
		if (gateway.derived()) {
			return Optional.empty();
		}
		return all.stream()
			.filter((other) -> !other.name().equals(gateway.name()))
			.filter((other) -> other.gateway().equals(gateway.gateway())
					|| this.workloads.of(other).pods().equals(this.workloads.of(gateway).pods()))
			.map(SharedGateway::name)
			.findFirst();
	}

	private static int routes(RouteTable table) {
		return table.ports()
			.stream()
			.flatMap((port) -> table.virtualHosts(port).stream())
			.mapToInt((host) -> host.routes().size())
			.sum();
	}

}
