package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.PortTable.CompiledHost;
import dev.sekisho.routing.TrafficImpact.Kind;
import dev.sekisho.routing.TrafficImpact.Moved;

/**
 * Finds the classes of requests that two tables answer differently, domain by domain.
 */
final class Impact {

	private final RouteTable before;

	private final RouteTable after;

	private final Map<List<Object>, Moved> classes = new LinkedHashMap<>();

	Impact(RouteTable before, RouteTable after) {
		this.before = before;
		this.after = after;
	}

	List<Moved> moved() {
		Set<Integer> ports = new TreeSet<>(this.before.ports());
		ports.addAll(this.after.ports());
		for (int port : ports) {
			Set<String> domains = new LinkedHashSet<>();
			domains.addAll(domains(this.before.table(port)));
			domains.addAll(domains(this.after.table(port)));
			domains.forEach((domain) -> compare(port, domain, domains));
		}
		return this.classes.values()
			.stream()
			.sorted(Comparator.comparing((Moved moved) -> moved.kind().ordinal())
				.thenComparing(Moved::port)
				.thenComparing(Moved::virtualHost)
				.thenComparing((moved) -> moved.witness().target())
				.thenComparing((moved) -> moved.witness().toString()))
			.toList();
	}

	private static List<String> domains(@Nullable PortTable table) {
		return (table != null) ? table.domains() : List.of();
	}

	private void compare(int port, String domain, Set<String> domains) {
		HostClass hosts = HostClass.of(domain, domains, (host) -> PortTable.domainFor(host, domains));
		CompiledHost one = hostFor(this.before.table(port), hosts.host());
		CompiledHost other = hostFor(this.after.table(port), hosts.host());
		List<CompiledRoute> first = (one != null) ? one.routes() : List.of();
		List<CompiledRoute> second = (other != null) ? other.routes() : List.of();
		boolean firstTls = one != null && one.virtualHost().tlsRequired();
		boolean secondTls = other != null && other.virtualHost().tlsRequired();
		boolean captured = isNew(port, domain);
		if (firstTls != secondTls) {
			HttpRequest sample = new HttpRequest(port, "GET", hosts.host(), "/", List.of());
			add(new Moved(secondTls ? Kind.GIVES_UP : Kind.NEW_TRAFFIC, port, domain, null, null, sample, true));
		}
		if (firstTls || secondTls) {
			if (this.before.mesh().numTrustedProxies() == 0 && this.after.mesh().numTrustedProxies() == 0) {
				return;
			}
		}
		Set<String> schemes = (firstTls || secondTls) ? Set.of("https") : Set.of("http", "https");
		new HostComparison(port, hosts, schemes, first, second, captured).compare();
	}

	private boolean isNew(int port, String domain) {
		PortTable table = this.before.table(port);
		return table == null || table.ofDomain(domain) == null;
	}

	private static @Nullable CompiledHost hostFor(@Nullable PortTable table, String host) {
		return (table != null) ? table.find(host) : null;
	}

	private void add(Moved moved) {
		this.classes.merge(key(moved), moved, (one, another) -> (one.certain() || !another.certain()) ? one : another);
	}

	private static List<Object> key(Moved moved) {
		return List.of(moved.port(), moved.virtualHost(), moved.kind(), identity(moved.before()),
				identity(moved.after()));
	}

	private static String identity(@Nullable Route route) {
		return (route != null) ? route.virtualService() + " " + route.contentHash() : "";
	}

	/**
	 * Compares two lists of routes for the hosts of one domain.
	 */
	private final class HostComparison {

		private final int port;

		private final HostClass hosts;

		private final Set<String> schemes;

		private final OrderedRoutes first;

		private final OrderedRoutes second;

		private final boolean newDomain;

		private final Set<CompiledRoute> changedInSecond = new LinkedHashSet<>();

		HostComparison(int port, HostClass hosts, Set<String> schemes, List<CompiledRoute> first,
				List<CompiledRoute> second, boolean newDomain) {
			this.port = port;
			this.hosts = hosts;
			this.schemes = schemes;
			this.first = new OrderedRoutes(first);
			this.second = new OrderedRoutes(second);
			this.newDomain = newDomain;
		}

		void compare() {
			CommonOrder common = new CommonOrder(this.first.routes(), this.second.routes());
			List<Integer> gone = common.onlyInFirst(this.first.routes().size());
			List<Integer> added = common.onlyInSecond(this.second.routes().size());
			added.forEach((position) -> this.changedInSecond.add(this.second.routes().get(position)));
			gone.forEach((position) -> contest(this.first, position, this.second, false));
			added.forEach((position) -> contest(this.second, position, this.first, true));
		}

		private void contest(OrderedRoutes winning, int position, OrderedRoutes against, boolean reversed) {
			CompiledRoute route = winning.routes().get(position);
			List<CompiledRoute> earlier = winning.meeting(route, position);
			if (earlier.contains(route)) {
				return;
			}
			earlier.add(route);
			Contest contest = new Contest(route, earlier, against.meeting(route, against.routes().size()), true);
			MeshSettings mesh = Impact.this.after.mesh();
			for (Contest.Outcome outcome : contest.outcomes(mesh, this.hosts, this.schemes)) {
				if (outcome.first() == route && !RouteIdentity.sameAnswer(route, outcome.second())) {
					report(reversed ? outcome.second() : route, reversed ? route : outcome.second(),
							outcome.witness(this.port));
				}
			}
		}

		private void report(@Nullable CompiledRoute from, @Nullable CompiledRoute to, HttpRequest witness) {
			Kind kind = kind(from, to);
			Route one = (from != null) ? from.route() : null;
			Route other = (to != null) ? to.route() : null;
			Moved known = Impact.this.classes
				.get(key(new Moved(kind, this.port, this.hosts.domain(), one, other, witness, true)));
			if (known == null || !known.certain()) {
				Witness confirmed = Witness.of(witness, Impact.this.before, one, Impact.this.after, other);
				add(new Moved(kind, this.port, this.hosts.domain(), one, other, confirmed.request(),
						confirmed.certain()));
			}
		}

		private Kind kind(@Nullable CompiledRoute from, @Nullable CompiledRoute to) {
			if (from == null) {
				return Kind.NEW_TRAFFIC;
			}
			if (this.newDomain) {
				return Kind.HOST_CAPTURED;
			}
			if (to == null) {
				return Kind.GIVES_UP;
			}
			ObjectName one = from.route().virtualService();
			ObjectName other = to.route().virtualService();
			if (one.equals(other) && from.route().match().equals(to.route().match())) {
				return Kind.ACTION_CHANGED;
			}
			if (Objects.equals(one.namespace(), other.namespace())) {
				return Kind.WITHIN_NAMESPACE;
			}
			if (!this.changedInSecond.contains(to)) {
				return Kind.FALLS_TO_OTHER;
			}
			return from.route().rank().catchAll() ? Kind.MOVES_FROM_CATCH_ALL : Kind.TAKES_OVER;
		}

	}

	/**
	 * The tables' own view of a request.
	 *
	 * @param request the request, as natural as can be
	 * @param certain whether both tables confirm it
	 */
	private record Witness(HttpRequest request, boolean certain) {

		static Witness of(HttpRequest request, RouteTable before, @Nullable Route one, RouteTable after,
				@Nullable Route other) {
			for (HttpRequest candidate : naturalForms(request)) {
				if (answers(before, candidate, one) && answers(after, candidate, other)) {
					return new Witness(candidate, true);
				}
			}
			return new Witness(request, false);
		}

		private static List<HttpRequest> naturalForms(HttpRequest request) {
			String target = request.target();
			List<HttpRequest> forms = new ArrayList<>();
			if (target.length() > 1 && target.endsWith("/")) {
				forms.add(new HttpRequest(request.port(), request.method(), request.host(), target + "1",
						request.headers()));
			}
			forms.add(request);
			return forms;
		}

		private static boolean answers(RouteTable table, HttpRequest request, @Nullable Route route) {
			Answer answer = table.answer(request);
			return answer.outcome() != Answer.Outcome.CANT_TELL && identity(answer.route()).equals(identity(route));
		}

	}

}
