package dev.sekisho.routing.table;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Answer;
import dev.sekisho.routing.Answer.Attempt;
import dev.sekisho.routing.Answer.Outcome;
import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.MeshSettings;
import dev.sekisho.routing.condition.ByteText;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.condition.RoutedRequest;
import dev.sekisho.routing.table.PortTable.CompiledHost;

/**
 * Answers one request: what Envoy's connection manager and router do with it.
 */
final class Answering {

	private static final Set<String> METHODS = Set.of("ACL", "BIND", "CHECKOUT", "COPY", "DELETE", "GET", "HEAD",
			"LINK", "LOCK", "MERGE", "MKACTIVITY", "MKCALENDAR", "MKCOL", "MOVE", "MSEARCH", "NOTIFY", "OPTIONS",
			"PATCH", "POST", "PROPFIND", "PROPPATCH", "PURGE", "PUT", "REBIND", "REPORT", "SEARCH", "SOURCE",
			"SUBSCRIBE", "TRACE", "UNBIND", "UNLINK", "UNLOCK", "UNSUBSCRIBE");

	private static final String NOT_IN_HOSTS = "\"#/<>?\\^`{|}";

	private final MeshSettings mesh;

	private final @Nullable PortTable table;

	private final boolean otherProtocols;

	private List<Attempt> attempts = List.of();

	Answering(MeshSettings mesh, @Nullable PortTable table, boolean otherProtocols) {
		this.mesh = mesh;
		this.table = table;
		this.otherProtocols = otherProtocols;
	}

	Answer answer(HttpRequest request) {
		if (this.otherProtocols) {
			return cantTell("the port isn't served as plain HTTP on every address");
		}
		if (this.table == null) {
			return plain(Outcome.NO_LISTENER, List.of(), null);
		}
		if ("CONNECT".equals(request.method())) {
			return cantTell("CONNECT isn't modelled");
		}
		if (request.target().equals("*") || (!request.target().startsWith("/") && request.target().contains("://"))) {
			return cantTell("only targets that start with a slash are modelled");
		}
		if (!METHODS.contains(request.method()) || !isHost(request.host()) || !isTarget(request.target())) {
			return plain(Outcome.REFUSED, List.of(400), null);
		}
		RoutedRequest routed = RoutedRequest.of(request, this.mesh);
		if (routed == null) {
			return plain(Outcome.REFUSED, List.of(400), null);
		}
		CompiledHost host = this.table.find(routed.authority());
		if (host == null || routed.scheme().isEmpty()) {
			return plain(Outcome.NOT_FOUND, List.of(404), (host != null) ? host.virtualHost().name() : null);
		}
		return answer(routed, host);
	}

	private Answer answer(RoutedRequest request, CompiledHost host) {
		String name = host.virtualHost().name();
		if (host.virtualHost().tlsRequired() && !request.forwardedProto().equals("https")) {
			return new Answer(Outcome.REDIRECTED, List.of(301), null, name, -1, List.of(), null, null,
					ByteText.toText("https://" + request.authority() + request.target()), true, List.of(), "");
		}
		HostRoutes routes = host.routes();
		int position = routes.first(request);
		this.attempts = new Attempts(routes, (position >= 0) ? position : routes.size(), request);
		if (position < 0) {
			return plain(Outcome.NOT_FOUND, List.of(404), name);
		}
		CompiledRoute route = routes.get(position);
		String unmodelled = route.condition().unmodelled();
		return unmodelled.isEmpty() ? new RouteAnswer(request, route, position, name, this.attempts).answer()
				: cantTell(unmodelled);
	}

	// What the codec refuses without asking any route.
	private static boolean isHost(String host) {
		return host.strip().chars().allMatch((ch) -> isVisible(ch) && NOT_IN_HOSTS.indexOf(ch) < 0);
	}

	private static boolean isTarget(String target) {
		return target.startsWith("/") && target.chars().allMatch(Answering::isVisible);
	}

	private static boolean isVisible(int ch) {
		return ch > ' ' && ch < 0x7F;
	}

	private Answer plain(Outcome outcome, List<Integer> statuses, @Nullable String virtualHost) {
		return new Answer(outcome, statuses, null, virtualHost, -1, List.of(), null, null, null, false, this.attempts,
				"");
	}

	private Answer cantTell(String reason) {
		return new Answer(Outcome.CANT_TELL, List.of(), null, null, -1, List.of(), null, null, null, false,
				this.attempts, reason);
	}

}
