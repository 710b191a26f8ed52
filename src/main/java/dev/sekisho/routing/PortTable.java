package dev.sekisho.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The virtual hosts of one port, and the choice among them
 * ({@code RouteMatcher::findVirtualHost}).
 */
final class PortTable {

	private static final Comparator<String> WIDTH = Comparator.comparing((String domain) -> domain.equals("*"))
		.thenComparing(HostName::isWildcard)
		.thenComparing((domain) -> HostName.isWildcard(domain) ? -domain.length() : 0)
		.thenComparing(Comparator.naturalOrder());

	private final List<CompiledHost> hosts;

	private final Map<String, CompiledHost> byDomain = new HashMap<>();

	private final List<Integer> suffixLengths;

	PortTable(Collection<CompiledHost> hosts) {
		this.hosts = hosts.stream().sorted(Comparator.comparing(PortTable::narrowest, WIDTH)).toList();
		TreeMap<Integer, Boolean> lengths = new TreeMap<>(Comparator.reverseOrder());
		for (CompiledHost host : this.hosts) {
			for (String domain : host.virtualHost().domains()) {
				this.byDomain.put(domain, host);
				if (HostName.isWildcard(domain) && domain.length() > 1) {
					lengths.put(domain.length() - 1, true);
				}
			}
		}
		this.suffixLengths = List.copyOf(lengths.keySet());
	}

	/**
	 * The virtual hosts, narrow ones first.
	 * @return the virtual hosts
	 */
	List<CompiledHost> hosts() {
		return this.hosts;
	}

	@Nullable CompiledHost named(String name) {
		return this.hosts.stream().filter((host) -> host.virtualHost().name().equals(name)).findFirst().orElse(null);
	}

	/**
	 * The virtual host that answers a Host header.
	 * @param authority the Host as sent
	 * @return the virtual host; {@code null} if there is none
	 */
	@Nullable CompiledHost find(String authority) {
		String domain = domainFor(authority);
		return (domain != null) ? this.byDomain.get(domain) : null;
	}

	/**
	 * The domain under which a Host header is answered.
	 * @param authority the Host as sent
	 * @return the domain; {@code null} if there is none
	 */
	@Nullable String domainFor(String authority) {
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
		return this.byDomain.containsKey("*") ? "*" : null;
	}

	/**
	 * The domain, out of some, under which a Host header is answered.
	 * @param authority the Host as sent
	 * @param domains the domains
	 * @return the domain; {@code null} if there is none
	 */
	static @Nullable String domainFor(String authority, Collection<String> domains) {
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
	 * The domains of all virtual hosts, narrow ones first.
	 * @return the domains
	 */
	List<String> domains() {
		List<String> domains = new ArrayList<>(this.byDomain.keySet());
		domains.sort(WIDTH);
		return domains;
	}

	@Nullable CompiledHost ofDomain(String domain) {
		return this.byDomain.get(domain);
	}

	static String withoutPort(String authority) {
		int colon = authority.lastIndexOf(':');
		return (colon < 0 || authority.lastIndexOf(']') > colon) ? authority : authority.substring(0, colon);
	}

	private static String narrowest(CompiledHost host) {
		return host.virtualHost().domains().stream().min(WIDTH).orElse("*");
	}

	/**
	 * A virtual host with its routes ready to be held against requests.
	 *
	 * @param virtualHost the public form
	 * @param routes the routes in the order tried
	 */
	record CompiledHost(VirtualHost virtualHost, List<CompiledRoute> routes) {

	}

}
