package dev.sekisho.chain.web;

import java.util.List;
import java.util.Locale;

import dev.sekisho.chain.Reached;
import dev.sekisho.cluster.ObjectKey;

/**
 * The routes that lead to a Service, as the REST API tells them.
 *
 * @param service the Service
 * @param routes the routes that the caller may see
 */
record CallersBody(ObjectKey service, List<RouteBody> routes) {

	static CallersBody of(ObjectKey service, List<Reached> routes) {
		return new CallersBody(service, routes.stream().map(RouteBody::of).toList());
	}

	/**
	 * A route.
	 *
	 * @param sharedGateway the shared gateway
	 * @param virtualService the VirtualService
	 * @param virtualHost the virtual host
	 * @param position the position there, from 1
	 * @param total how many routes the virtual host has
	 * @param kind how the path is compared: {@code exact}, {@code prefix}, {@code regex}
	 * or {@code present}
	 * @param path the path
	 * @param port the port of the Service
	 * @param weight the part of the requests that goes to the Service
	 * @param reach whether requests reach the route, as a code
	 */
	record RouteBody(String sharedGateway, ObjectKey virtualService, String virtualHost, int position, int total,
			String kind, String path, int port, long weight, String reach) {

		static RouteBody of(Reached route) {
			return new RouteBody(route.sharedGateway(), route.virtualService(), route.virtualHost(), route.position(),
					route.total(), route.path().kind().name().toLowerCase(Locale.ROOT), route.path().value(),
					route.port(), route.weight(), route.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
		}

	}

}
