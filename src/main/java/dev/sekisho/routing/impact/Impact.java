package dev.sekisho.routing.impact;

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

import dev.sekisho.routing.HttpRequest;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Route;
import dev.sekisho.routing.condition.ByteText;
import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.condition.RouteIdentity;
import dev.sekisho.routing.impact.TrafficImpact.Kind;
import dev.sekisho.routing.impact.TrafficImpact.Moved;
import dev.sekisho.routing.overlap.Clients;
import dev.sekisho.routing.overlap.Contest;
import dev.sekisho.routing.overlap.HostClass;
import dev.sekisho.routing.table.HostRoutes;
import dev.sekisho.routing.table.PortTable;
import dev.sekisho.routing.table.PortTable.CompiledHost;
import dev.sekisho.routing.table.RouteTable;

/**
 * Finds the classes of requests that two tables answer differently, domain by domain.
 */
final class Impact {

	private static final int SUSPECTS = 20;

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
			PortTable one = this.before.table(port);
			PortTable other = this.after.table(port);
			for (String domain : union(one, other)) {
				if (one == null || other == null || one.byDomain().get(domain) == null
						|| one.byDomain().get(domain) != other.byDomain().get(domain)) {
					compare(port, domain);
				}
			}
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

	private static Set<String> union(@Nullable PortTable one, @Nullable PortTable other) {
		Set<String> domains = new LinkedHashSet<>((one != null) ? one.domains() : List.of());
		domains.addAll((other != null) ? other.domains() : List.of());
		return domains;
	}

	private static @Nullable String domainFor(@Nullable PortTable table, String host) {
		return (table != null) ? table.domainFor(host) : null;
	}

	private void compare(int port, String domain) {
		PortTable one = this.before.table(port);
		PortTable other = this.after.table(port);
		HostClass hosts = new HostClass(domain, () -> union(one, other),
				(host) -> PortTable.narrower(domainFor(one, host), domainFor(other, host)));
		CompiledHost first = (one != null) ? one.find(hosts.host()) : null;
		CompiledHost second = (other != null) ? other.find(hosts.host()) : null;
		boolean firstTls = first != null && first.virtualHost().tlsRequired();
		boolean secondTls = second != null && second.virtualHost().tlsRequired();
		if (firstTls != secondTls) {
			HttpRequest sample = new HttpRequest(port, "GET", hosts.host(), "/", List.of());
			add(new Moved(secondTls ? Kind.GIVES_UP : Kind.NEW_TRAFFIC, port, domain, null, null, sample, true));
		}
		boolean onlyHttps = firstTls || secondTls;
		if (onlyHttps && this.before.mesh().numTrustedProxies() == 0 && this.after.mesh().numTrustedProxies() == 0) {
			return;
		}
		HostRoutes routes = (first != null) ? first.routes() : HostRoutes.EMPTY;
		HostRoutes others = (second != null) ? second.routes() : HostRoutes.EMPTY;
		if (routes != others) {
			boolean captured = one == null || one.ofDomain(domain) == null;
			new HostComparison(port, new Clients(this.after.mesh(), hosts, !onlyHttps), routes, others, captured)
				.compare();
		}
	}

	private void add(Moved moved) {
		this.classes.merge(key(moved), moved, (one, another) -> (one.certain() || !another.certain()) ? one : another);
	}

	private static List<Object> key(Moved moved) {
		return List.of(moved.port(), moved.virtualHost(), moved.kind(), identity(moved.before()),
				identity(moved.after()));
	}

	static String identity(@Nullable Route route) {
		return (route != null) ? route.virtualService() + " " + route.contentHash() : "";
	}

	/**
	 * Compares two lists of routes for the hosts of one domain.
	 */
	private final class HostComparison {

		private final int port;

		private final Clients clients;

		private final HostRoutes first;

		private final HostRoutes second;

		private final boolean newDomain;

		private final Set<CompiledRoute> changedInSecond = new LinkedHashSet<>();

		HostComparison(int port, Clients clients, HostRoutes first, HostRoutes second, boolean newDomain) {
			this.port = port;
			this.clients = clients;
			this.first = first;
			this.second = second;
			this.newDomain = newDomain;
		}

		void compare() {
			Difference difference = Difference.between(this.first, this.second);
			difference.added().forEach((position) -> this.changedInSecond.add(this.second.get(position)));
			difference.gone().forEach((position) -> contest(this.first, position, this.second, false));
			difference.added().forEach((position) -> contest(this.second, position, this.first, true));
		}

		private void contest(HostRoutes winning, int position, HostRoutes against, boolean reversed) {
			CompiledRoute route = winning.get(position);
			List<CompiledRoute> earlier = winning.meeting(route, position);
			if (earlier.contains(route)) {
				return;
			}
			earlier.add(route);
			List<CompiledRoute> others = against.meeting(route, against.size());
			Contest contest = new Contest(route, earlier, others, true, this.clients);
			contest.run((outcome) -> {
				if (outcome.first() == route && !RouteIdentity.sameAnswer(route, outcome.second())) {
					report(reversed ? outcome.second() : route, reversed ? route : outcome.second(),
							outcome.witness(this.port));
				}
				return true;
			});
			if (!contest.complete()) {
				suspect(route, others, reversed);
			}
		}

		// What couldn't be told is reported as possible.
		private void suspect(CompiledRoute route, List<CompiledRoute> others, boolean reversed) {
			List<@Nullable CompiledRoute> rivals = new ArrayList<>(
					others.subList(0, Math.min(others.size(), SUSPECTS)));
			rivals.add(null);
			String head = route.condition().path().literalHead();
			HttpRequest sample = new HttpRequest(this.port, "GET", this.clients.hosts().host(),
					head.startsWith("/") ? ByteText.toText(head) : "/", List.of());
			for (CompiledRoute rival : rivals) {
				if (!RouteIdentity.sameAnswer(route, rival)) {
					CompiledRoute from = reversed ? rival : route;
					CompiledRoute to = reversed ? route : rival;
					add(moved(kind(from, to), from, to, sample, false));
				}
			}
		}

		private void report(@Nullable CompiledRoute from, @Nullable CompiledRoute to, HttpRequest witness) {
			Kind kind = kind(from, to);
			Moved moved = moved(kind, from, to, witness, true);
			Moved known = Impact.this.classes.get(key(moved));
			if (known == null || !known.certain()) {
				Witness confirmed = Witness.of(witness, Impact.this.before, moved.before(), Impact.this.after,
						moved.after());
				add(moved(kind, from, to, confirmed.request(), confirmed.certain()));
			}
		}

		private Moved moved(Kind kind, @Nullable CompiledRoute from, @Nullable CompiledRoute to, HttpRequest witness,
				boolean certain) {
			return new Moved(kind, this.port, this.clients.hosts().domain(), (from != null) ? from.route() : null,
					(to != null) ? to.route() : null, witness, certain);
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

}
