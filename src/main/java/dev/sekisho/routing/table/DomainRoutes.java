package dev.sekisho.routing.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.sekisho.routing.condition.CompiledRoute;
import dev.sekisho.routing.manifest.HostName;
import dev.sekisho.routing.table.Listeners.BoundServer;
import dev.sekisho.routing.table.TableBuilder.Contribution;

/**
 * What the servers of a port give one domain. Immutable.
 */
final class DomainRoutes {

	private final String domain;

	private final List<BoundServer> servers;

	private final Map<Integer, RouteSequence> parts;

	private final HostRoutes routes;

	private final boolean tls;

	private final int port;

	DomainRoutes(String domain, List<BoundServer> servers) {
		this(domain, servers, Map.of());
	}

	private DomainRoutes(String domain, List<BoundServer> servers, Map<Integer, RouteSequence> parts) {
		this.domain = domain;
		this.servers = servers;
		this.parts = parts;
		this.routes = parts.isEmpty() ? HostRoutes.EMPTY : new HostRoutes(List.copyOf(parts.values()));
		boolean redirect = false;
		int first = 0;
		for (int i = 0; i < servers.size(); i++) {
			boolean concerned = parts.containsKey(i) || requiresTls(servers.get(i));
			first = (concerned && first == 0) ? servers.get(i).server().port() : first;
			redirect |= concerned && servers.get(i).server().httpsRedirect();
		}
		this.tls = redirect;
		this.port = first;
	}

	DomainRoutes with(int server, RouteSequence part) {
		Map<Integer, RouteSequence> changed = new TreeMap<>(this.parts);
		if (part.size() > 0) {
			changed.put(server, part);
		}
		else {
			changed.remove(server);
		}
		return new DomainRoutes(this.domain, this.servers, changed);
	}

	DomainRoutes with(Collection<Contribution> lost, Collection<Contribution> won) {
		DomainRoutes changed = this;
		for (int i = 0; i < this.servers.size(); i++) {
			int server = i;
			List<CompiledRoute> gone = routes(lost, server);
			List<CompiledRoute> come = routes(won, server);
			if (!gone.isEmpty() || !come.isEmpty()) {
				RouteSequence part = this.parts.getOrDefault(server, RouteSequence.EMPTY);
				changed = changed.with(server, part.with(gone, come));
			}
		}
		return changed;
	}

	boolean isEmpty() {
		return this.parts.isEmpty();
	}

	HostRoutes routes() {
		return this.routes;
	}

	/**
	 * Whether a server of it redirects to HTTPS.
	 * @return whether plain HTTP is redirected
	 */
	boolean tls() {
		return this.tls;
	}

	/**
	 * The name that istiod gives the virtual host: with the port that the first server
	 * declares.
	 * @return the name
	 */
	String name() {
		return (this.domain.contains(":") ? "[" + this.domain + "]" : this.domain) + ":" + this.port;
	}

	private boolean requiresTls(BoundServer bound) {
		return bound.server().httpsRedirect()
				&& bound.server().hosts().stream().anyMatch((host) -> HostName.lowerCase(host).equals(this.domain));
	}

	private static List<CompiledRoute> routes(Collection<Contribution> contributions, int server) {
		return contributions.stream()
			.filter((contribution) -> contribution.server() == server)
			.flatMap((contribution) -> contribution.routes().stream())
			.toList();
	}

}
