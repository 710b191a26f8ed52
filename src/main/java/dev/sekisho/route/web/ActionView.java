package dev.sekisho.route.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.RouteAction;

/**
 * What a route does, as pages and scripts show it.
 *
 * @param kind {@code forward}, {@code redirect} or {@code directResponse}
 * @param host the host of the first destination; empty if there is none
 * @param port its port; 0 if there is none
 * @param destinations all destinations, with their weights
 * @param redirect where a redirect leads, if it is one
 * @param status the status the gateway answers with; 0 if a destination answers
 */
record ActionView(String kind, String host, int port, List<Destination> destinations,
		RouteAction.@Nullable Redirect redirect, int status) {

	static ActionView of(RouteAction action) {
		if (action instanceof RouteAction.Forward forward) {
			List<Destination> destinations = forward.destinations().stream().map(Destination::of).toList();
			String host = destinations.isEmpty() ? "" : destinations.get(0).host();
			return new ActionView("forward", host, destinations.isEmpty() ? 0 : destinations.get(0).port(),
					destinations, null, 0);
		}
		if (action instanceof RouteAction.Redirect redirect) {
			return new ActionView("redirect", "", 0, List.of(), redirect, redirect.code());
		}
		int status = (action instanceof RouteAction.DirectResponse response) ? response.status() : 0;
		return new ActionView("directResponse", "", 0, List.of(), null, status);
	}

	/**
	 * A destination.
	 *
	 * @param host its host name in full
	 * @param service the host name without {@code .<namespace>.svc.<domain>}
	 * @param port its port
	 * @param subset its subset; may be empty
	 * @param weight its weight, relative to the others
	 */
	record Destination(String host, String service, int port, String subset, long weight) {

		static Destination of(RouteAction.Destination destination) {
			int svc = destination.host().indexOf(".svc.");
			String service = (svc < 0) ? destination.host() : destination.host().substring(0, svc);
			int dot = service.indexOf('.');
			return new Destination(destination.host(), (svc < 0 || dot < 0) ? service : service.substring(0, dot),
					destination.port(), destination.subset(), destination.weight());
		}

	}

}
