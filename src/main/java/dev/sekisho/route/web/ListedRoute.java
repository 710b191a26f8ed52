package dev.sekisho.route.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.sekisho.routing.Route;
import dev.sekisho.routing.RouteAction;
import dev.sekisho.routing.VirtualHost;

/**
 * A route in its place.
 *
 * @param number its place among all routes of the table, from 0
 * @param port the port
 * @param hostNumber the place of its virtual host in the table, from 1
 * @param virtualHost its virtual host
 * @param index its index there, from 0
 */
record ListedRoute(int number, int port, int hostNumber, VirtualHost virtualHost, int index) {

	Route route() {
		return this.virtualHost.routes().get(this.index);
	}

	String namespace() {
		return route().virtualService().namespace();
	}

	boolean matches(RouteQuery query, Reader reader) {
		return (query.host().isEmpty() || this.virtualHost.domains().contains(query.host()))
				&& (query.namespace().isEmpty() || namespace().equals(query.namespace()) && reader.sees(namespace()))
				&& (!query.own() || reader.own().contains(namespace()) && reader.sees(namespace()))
				&& (query.text().isEmpty() || reader.sees(namespace()) && contains(query.text()));
	}

	private boolean contains(String text) {
		return texts().anyMatch((candidate) -> candidate.toLowerCase(Locale.ROOT).contains(text));
	}

	private Stream<String> texts() {
		Stream<String> own = Stream.of(route().match().path().value(), route().virtualService().toString(),
				route().name());
		return Stream.of(own, this.virtualHost.domains().stream(), destinations().stream()).flatMap((texts) -> texts);
	}

	private List<String> destinations() {
		if (route().action() instanceof RouteAction.Forward forward) {
			return forward.destinations().stream().map(RouteAction.Destination::host).toList();
		}
		return List.of();
	}

}
