package dev.sekisho.routing.table;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Answer;
import dev.sekisho.routing.Answer.Attempt;
import dev.sekisho.routing.Answer.Outcome;
import dev.sekisho.routing.RouteAction;
import dev.sekisho.routing.RouteAction.Destination;
import dev.sekisho.routing.condition.ByteText;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.condition.CompiledRoute.CompiledAction;
import dev.sekisho.routing.condition.RegexRewrite;
import dev.sekisho.routing.condition.RoutedRequest;
import dev.sekisho.routing.condition.StringCondition;
import dev.sekisho.routing.manifest.CorsSpec;
import dev.sekisho.routing.manifest.FaultSpec;

/**
 * What the route that won does with a request: the filters fault and CORS first, then the
 * router.
 */
final class RouteAnswer {

	private static final int OK = 200;

	private static final int CREATED = 201;

	private final RoutedRequest request;

	private final CompiledRoute route;

	private final int position;

	private final String virtualHost;

	private final List<Attempt> attempts;

	RouteAnswer(RoutedRequest request, CompiledRoute route, int position, String virtualHost, List<Attempt> attempts) {
		this.request = request;
		this.route = route;
		this.position = position;
		this.virtualHost = virtualHost;
		this.attempts = attempts;
	}

	Answer answer() {
		CompiledAction action = this.route.action();
		FaultSpec fault = action.fault();
		if (fault != null && fault.alwaysAborts()) {
			return respond(Outcome.RESPONDED, List.of(fault.abortStatus()), null);
		}
		if (action.action() instanceof RouteAction.Redirect redirect) {
			return respond(Outcome.REDIRECTED, withFault(Set.of(redirect.code()), fault),
					new Location(this.request, redirect, this.route.condition().path()).toString());
		}
		if (action.action() instanceof RouteAction.DirectResponse direct) {
			return respond(Outcome.RESPONDED, withFault(Set.of(direct.status()), fault), locationOf(direct));
		}
		// Envoy's CORS filter leaves routes alone that have no destination.
		if (action.cors() != null && isAnsweredPreflight(action.cors())) {
			return respond(Outcome.RESPONDED, withFault(Set.of(OK), fault), null);
		}
		return forward((RouteAction.Forward) action.action(), action);
	}

	// Envoy adds where the client is to these statuses, whoever they come from.
	private @Nullable String locationOf(RouteAction.DirectResponse direct) {
		if (direct.status() != CREATED && direct.status() / 100 != 3) {
			return null;
		}
		RouteAction.Redirect nowhere = new RouteAction.Redirect(direct.status(), null, null, null, null, null);
		return new Location(this.request, nowhere, this.route.condition().path()).toString();
	}

	private Answer forward(RouteAction.Forward forward, CompiledAction action) {
		List<Destination> destinations = forward.destinations();
		Set<Integer> statuses = new TreeSet<>();
		destinations.forEach((destination) -> statuses.add(destination.exists() ? OK : action.missingStatus()));
		boolean anyExists = destinations.stream().anyMatch(Destination::exists);
		return new Answer(anyExists ? Outcome.FORWARDED : Outcome.NO_DESTINATION, withFault(statuses, action.fault()),
				this.route.route(), this.virtualHost, this.position, destinations,
				anyExists ? ByteText.toText(rewrittenTarget(forward.rewrite())) : null,
				anyExists ? upstreamHost(action) : null, null, false, this.attempts, "");
	}

	private static List<Integer> withFault(Set<Integer> statuses, @Nullable FaultSpec fault) {
		Set<Integer> all = new TreeSet<>(statuses);
		if (fault != null && fault.mayAbort()) {
			all.add(fault.abortStatus());
		}
		return List.copyOf(all);
	}

	private @Nullable String upstreamHost(CompiledAction action) {
		if (action.hostRewrite() != null) {
			return action.hostRewrite();
		}
		String sent = ByteText.toText(this.request.authority());
		List<String> hosts = action.destinationHosts()
			.stream()
			.map((host) -> Objects.requireNonNullElse(host, sent))
			.distinct()
			.toList();
		return (hosts.size() > 1) ? null : (hosts.isEmpty() ? sent : hosts.get(0));
	}

	private String rewrittenTarget(RouteAction.@Nullable Rewrite rewrite) {
		String path = this.request.path();
		String query = this.request.target().substring(path.length());
		if (rewrite != null && rewrite.uri() != null) {
			return ByteText.of(rewrite.uri()) + path.substring(this.route.condition().path().matchedLength(path))
					+ query;
		}
		if (rewrite != null && rewrite.regex() != null) {
			return new RegexRewrite(rewrite.regex(), Objects.requireNonNullElse(rewrite.substitution(), "")).apply(path)
					+ query;
		}
		return this.request.target();
	}

	private boolean isAnsweredPreflight(CorsSpec cors) {
		List<String> origin = this.request.header("origin");
		if (!this.request.method().equals("OPTIONS") || origin.isEmpty() || origin.get(0).isEmpty()
				|| this.request.header("access-control-request-method").isEmpty()) {
			return false;
		}
		return cors.ignoresUnmatched() || cors.allowOrigins()
			.stream()
			.map(StringCondition::new)
			.anyMatch((allowed) -> allowed.test("*") || allowed.test(origin.get(0)));
	}

	private Answer respond(Outcome outcome, List<Integer> statuses, @Nullable String location) {
		List<Destination> destinations = (this.route.action().action() instanceof RouteAction.Forward forward)
				? forward.destinations() : List.of();
		return new Answer(outcome, statuses, this.route.route(), this.virtualHost, this.position, destinations, null,
				null, location, false, this.attempts, "");
	}

}
