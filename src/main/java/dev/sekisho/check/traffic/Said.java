package dev.sekisho.check.traffic;

import java.util.Collection;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Argument;
import dev.sekisho.check.Examination;
import dev.sekisho.check.PlacedRoute;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.StringMatch;

/**
 * How routes and requests are put in messages.
 */
final class Said {

	private Said() {
	}

	static String witness(@Nullable HttpRequest request, String virtualHost) {
		if (request == null) {
			return Argument.message("witness.none");
		}
		boolean anyHost = virtualHost.equals("*") || virtualHost.startsWith("*:");
		StringBuilder text = new StringBuilder(request.method() + " ");
		text.append(anyHost ? "" : request.host()).append(request.target());
		request.headers()
			.forEach((header) -> text.append(' ').append(header.name()).append(": ").append(header.value()));
		return Argument.text(text.toString());
	}

	static String path(Route route) {
		StringMatch path = route.match().path();
		return Argument.text((path.kind() == StringMatch.Kind.PRESENT) ? "/" : path.value());
	}

	static String routes(Collection<Route> routes) {
		return Argument.routes(routes.stream().map(Route::virtualService).toList());
	}

	static boolean own(Examination examination, Route route) {
		return route.virtualService().namespace().equals(examination.namespace());
	}

	/**
	 * Why an earlier route is tried before another one.
	 * @param earlier the earlier route
	 * @param placed the later route
	 * @return the reason
	 */
	static String why(Route earlier, PlacedRoute placed) {
		Route route = placed.route();
		if (earlier.virtualService().equals(route.virtualService())) {
			return Argument.message("order.same");
		}
		if (earlier.rank().catchAll() != route.rank().catchAll()) {
			return Argument.message("order.catch-all");
		}
		if (earlier.rank().bucket() != route.rank().bucket()) {
			return Argument.message("order.export");
		}
		boolean tie = Objects.equals(earlier.rank().created(), route.rank().created());
		return Argument.message(tie ? "order.name" : "order.older");
	}

}
