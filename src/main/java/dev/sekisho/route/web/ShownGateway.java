package dev.sekisho.route.web;

import java.util.List;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.SharedGateways;

/**
 * Settles which shared gateway is meant: the named one, or the first where none is named.
 */
@Component
class ShownGateway {

	private final SharedGateways gateways;

	private final RouteTables tables;

	ShownGateway(SharedGateways gateways, RouteTables tables) {
		this.gateways = gateways;
		this.tables = tables;
	}

	/**
	 * The shared gateway a page shows.
	 * @param name its name, or empty for the first
	 * @return the shared gateway; empty if there is none at all
	 */
	Optional<SharedGateway> find(String name) {
		List<SharedGateway> all = this.gateways.all();
		if (name.isEmpty()) {
			return all.stream().findFirst();
		}
		Optional<SharedGateway> named = all.stream().filter((gateway) -> gateway.name().equals(name)).findFirst();
		if (named.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return named;
	}

	/**
	 * The table that a script asks about. Without a name there must be only one.
	 * @param name the name of the shared gateway, or empty
	 * @return its table
	 */
	LiveTable table(String name) {
		String known = name.isEmpty() ? only() : name;
		return this.tables.find(known).orElseThrow(() -> {
			boolean exists = this.gateways.find(known).isPresent();
			return new ResponseStatusException(exists ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.NOT_FOUND);
		});
	}

	/**
	 * All names, for the choice between several.
	 * @return the names in order
	 */
	List<String> names() {
		return this.gateways.all().stream().map(SharedGateway::name).toList();
	}

	private String only() {
		List<String> names = names();
		if (names.size() > 1) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"gateway is missing, and there are several shared gateways");
		}
		return names.stream().findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
