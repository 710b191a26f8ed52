package dev.sekisho.routing.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.VirtualHost;
import dev.sekisho.routing.condition.ByteText;
import dev.sekisho.routing.manifest.HostName;

/**
 * The virtual hosts of one port, and the choice among them
 * ({@code RouteMatcher::findVirtualHost}).
 */
public final class PortTable {

	private static final Comparator<String> WIDTH = Comparator.comparing((String domain) -> domain.equals("*"))
		.thenComparing(HostName::isWildcard)
		.thenComparing((domain) -> HostName.isWildcard(domain) ? -domain.length() : 0)
		.thenComparing(Comparator.naturalOrder());

	private final Map<String, DomainRoutes> byDomain;

	private final String blackhole;

	private final int[] suffixLengths;

	private volatile @Nullable Map<String, CompiledHost> hosts;

	/**
	 * Makes a table.
	 * @param byDomain the routes by domain
	 * @param port the port that the first server declares
	 */
	public PortTable(Map<String, DomainRoutes> byDomain, int port) {
		this.byDomain = byDomain;
		this.blackhole = "blackhole:" + port;
		this.suffixLengths = byDomain.keySet()
			.stream()
			.filter((domain) -> HostName.isWildcard(domain) && domain.length() > 1)
			.mapToInt((domain) -> 1 - domain.length())
			.distinct()
			.sorted()
			.map((length) -> -length)
			.toArray();
	}

	/**
	 * All virtual hosts.
	 * @return the routes by domain
	 */
	public Map<String, DomainRoutes> byDomain() {
		return this.byDomain;
	}

	/**
	 * The virtual hosts, narrow ones first.
	 * @return the virtual hosts
	 */
	public List<CompiledHost> hosts() {
		return hostsByDomain().values()
			.stream()
			.distinct()
			.sorted(Comparator.comparing((CompiledHost host) -> narrowest(host), WIDTH))
			.toList();
	}

	@Nullable CompiledHost named(String name) {
		return hostsByDomain().values()
			.stream()
			.filter((host) -> host.virtualHost().name().equals(name))
			.findFirst()
			.orElse(null);
	}

	/**
	 * The virtual host that answers a Host header.
	 * @param authority the Host as sent
	 * @return the virtual host; {@code null} if there is none
	 */
	public @Nullable CompiledHost find(String authority) {
		String domain = domainFor(authority);
		return (domain != null) ? hostsByDomain().get(domain) : null;
	}

	/**
	 * The domain under which a Host header is answered.
	 * @param authority the Host as sent
	 * @return the domain; {@code null} if there is none
	 */
	public @Nullable String domainFor(String authority) {
		String host = ByteText.lowerCase(withoutPort(authority));
		if (!HostName.isWildcard(host) && this.byDomain.containsKey(host)) {
			return host;
		}
		for (int length : this.suffixLengths) {
			if (host.length() > length) {
				String domain = "*" + host.substring(host.length() - length);
				if (this.byDomain.containsKey(domain)) {
					return domain;
				}
			}
		}
		return (this.byDomain.containsKey("*") || this.byDomain.isEmpty()) ? "*" : null;
	}

	/**
	 * The narrower of two domains under which a host is answered in two tables.
	 * @param one a domain, if any
	 * @param other another domain that covers the host, if any
	 * @return the narrower one; {@code null} if there's neither
	 */
	public static @Nullable String narrower(@Nullable String one, @Nullable String other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return (WIDTH.compare(one, other) <= 0) ? one : other;
	}

	/**
	 * The domain, out of some, under which a Host header is answered.
	 * @param authority the Host as sent
	 * @param domains the domains
	 * @return the domain; {@code null} if there is none
	 */
	public static @Nullable String domainFor(String authority, Collection<String> domains) {
		String host = ByteText.lowerCase(withoutPort(authority));
		if (!HostName.isWildcard(host) && domains.contains(host)) {
			return host;
		}
		return domains.stream()
			.filter(HostName::isWildcard)
			.filter((domain) -> host.endsWith(domain.substring(1)) && host.length() >= domain.length())
			.max(Comparator.comparing(String::length))
			.orElse(domains.contains("*") ? "*" : null);
	}

	/**
	 * The domains of all virtual hosts, in no order.
	 * @return the domains
	 */
	public Collection<String> domains() {
		return hostsByDomain().keySet();
	}

	/**
	 * Finds a virtual host.
	 * @param domain one of its domains
	 * @return the virtual host; {@code null} if there is none
	 */
	public @Nullable CompiledHost ofDomain(String domain) {
		return hostsByDomain().get(domain);
	}

	static String withoutPort(String authority) {
		int colon = authority.lastIndexOf(':');
		return (colon < 0 || authority.lastIndexOf(']') > colon) ? authority : authority.substring(0, colon);
	}

	private static String narrowest(CompiledHost host) {
		return host.virtualHost().domains().stream().min(WIDTH).orElse("*");
	}

	private Map<String, CompiledHost> hostsByDomain() {
		Map<String, CompiledHost> known = this.hosts;
		if (known == null) {
			known = this.byDomain.isEmpty() ? Map.of("*", host(this.blackhole, List.of("*"), null)) : collapsed();
			this.hosts = known;
		}
		return known;
	}

	// Virtual hosts with the very same routes become one (collapseDuplicateRoutes).
	private Map<String, CompiledHost> collapsed() {
		TreeSet<String> domains = new TreeSet<>(HostName.SPECIFIC_FIRST);
		domains.addAll(this.byDomain.keySet());
		Map<Long, List<Group>> groups = new LinkedHashMap<>();
		for (String domain : domains) {
			DomainRoutes routes = this.byDomain.getOrDefault(domain, new DomainRoutes(domain, List.of()));
			List<Group> alike = groups.computeIfAbsent(routes.routes().fingerprint() * 2 + (routes.tls() ? 1 : 0),
					(fingerprint) -> new ArrayList<>(1));
			Group group = alike.stream()
				.filter((other) -> other.routes.routes().sameRoutes(routes.routes()))
				.findFirst()
				.orElse(null);
			if (group == null) {
				group = new Group(routes);
				alike.add(group);
			}
			group.domains.add(domain);
		}
		Map<String, CompiledHost> collapsed = new HashMap<>();
		groups.values().forEach((alike) -> alike.forEach((group) -> {
			CompiledHost host = host(group.routes.name(), group.domains, group.routes);
			group.domains.forEach((domain) -> collapsed.put(domain, host));
		}));
		return collapsed;
	}

	private static CompiledHost host(String name, List<String> domains, @Nullable DomainRoutes routes) {
		HostRoutes ordered = (routes != null) ? routes.routes() : HostRoutes.EMPTY;
		boolean tls = routes != null && routes.tls();
		return new CompiledHost(new VirtualHost(name, domains, tls, new RouteList(ordered)), ordered);
	}

	/**
	 * Domains with the same routes.
	 */
	private static final class Group {

		private final DomainRoutes routes;

		private final List<String> domains = new ArrayList<>(1);

		Group(DomainRoutes routes) {
			this.routes = routes;
		}

	}

	/**
	 * A virtual host with its routes ready to be held against requests.
	 *
	 * @param virtualHost the public form
	 * @param routes the routes in the order tried
	 */
	public record CompiledHost(VirtualHost virtualHost, HostRoutes routes) {

		@Override
		public boolean equals(@Nullable Object other) {
			return this == other;
		}

		@Override
		public int hashCode() {
			return this.virtualHost.name().hashCode();
		}

	}

}
