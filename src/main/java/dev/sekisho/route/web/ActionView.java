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
 * @param rewrite how path and Host are changed on the way, if at all
 * @param timeout the timeout as written; {@code null} if there is none
 * @param redirect where a redirect leads, if it is one
 * @param status the status the gateway answers with; 0 if a destination answers
 */
record ActionView(String kind, String host, int port, List<Destination> destinations,
		RouteAction.@Nullable Rewrite rewrite, @Nullable String timeout, RouteAction.@Nullable Redirect redirect,
		int status) {

	static ActionView of(RouteAction action) {
		if (action instanceof RouteAction.Forward forward) {
			List<Destination> destinations = forward.destinations().stream().map(Destination::of).toList();
			String host = destinations.isEmpty() ? "" : destinations.get(0).host();
			return new ActionView("forward", host, destinations.isEmpty() ? 0 : destinations.get(0).port(),
					destinations, forward.rewrite(), forward.timeout(), null, 0);
		}
		if (action instanceof RouteAction.Redirect redirect) {
			return new ActionView("redirect", "", 0, List.of(), null, null, redirect, redirect.code());
		}
		int status = (action instanceof RouteAction.DirectResponse response) ? response.status() : 0;
		return new ActionView("directResponse", "", 0, List.of(), null, null, null, status);
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

		/**
		 * How pages name it.
		 * @param namespace where the reader comes from
		 * @return its name and port, with the namespace only if it is another one
		 */
		String shortName(String namespace) {
			String rest = this.host.startsWith(this.service + ".") ? this.host.substring(this.service.length() + 1)
					: "";
			int dot = rest.indexOf(".svc.");
			String own = (dot < 0) ? namespace : rest.substring(0, dot);
			String name = own.equals(namespace) ? this.service : own + "/" + this.service;
			return name + ":" + this.port + (this.subset.isEmpty() ? "" : " (" + this.subset + ")");
		}

	}

}
