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
 * @param port the port
 * @param virtualHost its virtual host
 * @param index its index there, from 0
 * @param visible whether the reader sees its namespace
 */
record ListedRoute(int port, VirtualHost virtualHost, int index, boolean visible) {

	Route route() {
		return this.virtualHost.routes().get(this.index);
	}

	boolean matches(RouteQuery query) {
		return (query.host().isEmpty() || this.virtualHost.domains().contains(query.host()))
				&& (query.namespace().isEmpty() || inNamespace(query.namespace()))
				&& (query.text().isEmpty() || (this.visible && contains(query.text())));
	}

	private boolean inNamespace(String namespace) {
		return this.visible && route().virtualService().namespace().equals(namespace);
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
