package dev.sekisho.route.web;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import dev.sekisho.access.Caller;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.ChangedWorlds;
import dev.sekisho.route.EntryPoint;
import dev.sekisho.route.FrontDoors;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.OpenChange;
import dev.sekisho.route.OpenChanges;
import dev.sekisho.route.ProposedChange;
import dev.sekisho.routing.Answer;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.table.RouteTable;

/**
 * Answers a request from the route table, now and after an open change, without sending
 * anything.
 */
@Component
class Simulations {

	private final FrontDoors frontDoors;

	private final ChangedWorlds worlds;

	private final ObjectProvider<OpenChanges> changes;

	Simulations(FrontDoors frontDoors, ChangedWorlds worlds, ObjectProvider<OpenChanges> changes) {
		this.frontDoors = frontDoors;
		this.worlds = worlds;
		this.changes = changes;
	}

	/**
	 * The changes that a caller may compare with.
	 * @param caller who asks
	 * @param gateway the name of the shared gateway
	 * @return the changes
	 */
	List<OpenChange> changes(Caller caller, String gateway) {
		OpenChanges source = this.changes.getIfAvailable();
		return (source != null) ? source.list(caller, gateway) : List.of();
	}

	/**
	 * Answers.
	 * @param caller who asks
	 * @param table the table
	 * @param tried the request
	 * @param port the port the gateway's pods listen on; {@code null} for the first
	 * @param change namespace and name of an open change, with a slash; empty for none
	 * @return the answers
	 */
	Simulation simulate(Caller caller, LiveTable table, TriedRequest tried, @Nullable Integer port, String change) {
		List<Integer> ports = table.table().ports();
		int listening = (port != null) ? port : (ports.isEmpty() ? 80 : ports.get(0));
		HttpRequest request = tried.at(listening);
		EntryPoint entry = tried.scheme().isEmpty() ? null : this.frontDoors.entry(table.gateway(), tried.scheme(),
				tried.clientPort(), tried.host(), tried.target());
		Answer now = table.table().answer(request);
		if (change.isEmpty()) {
			return new Simulation(table, tried, request, entry, now, null, null, null);
		}
		ProposedChange proposed = proposed(caller, change);
		RouteTable after = this.worlds.after(table, proposed).routeTable();
		return new Simulation(table, tried, request, entry, now, proposed.change(), after, after.answer(request));
	}

	private ProposedChange proposed(Caller caller, String change) {
		int slash = change.indexOf('/');
		OpenChanges source = this.changes.getIfAvailable();
		Optional<ProposedChange> found = (source != null && slash > 0)
				? source.find(caller, new ObjectKey(change.substring(0, slash), change.substring(slash + 1)))
				: Optional.empty();
		return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
