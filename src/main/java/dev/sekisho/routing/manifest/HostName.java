package dev.sekisho.routing.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Host names as istiod compares them: case-sensitive, wildcards by suffix
 * (pkg/config/host).
 */
public final class HostName {

	/**
	 * Istiod's order of hosts: wildcards last, then longest first, then by letter.
	 */
	public static final Comparator<String> SPECIFIC_FIRST = Comparator.comparing(HostName::isWildcard)
		.thenComparing(Comparator.comparing(String::length).reversed())
		.thenComparing(Comparator.naturalOrder());

	private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

	private HostName() {
	}

	/**
	 * Resolves a short name as istiod does ({@code ResolveShortnameToFQDN}).
	 * @param host a host as written
	 * @param namespace the namespace of the object it's written in
	 * @param clusterDomain the cluster's domain
	 * @return the host istiod works with
	 */
	static String resolve(String host, String namespace, String clusterDomain) {
		if (host.isEmpty() || host.equals("*") || host.contains(".") || isIpAddress(host)) {
			return host;
		}
		return host + "." + namespace + ".svc." + clusterDomain;
	}

	/**
	 * The hosts two lists have in common: of each pair that meets, the narrower one.
	 * @param hosts the hosts of a Gateway's server
	 * @param others the hosts of a VirtualService
	 * @return the common hosts, without repetition
	 */
	public static List<String> intersection(List<String> hosts, List<String> others) {
		List<String> common = new ArrayList<>();
		for (String host : hosts) {
			for (String other : others) {
				String narrower = narrower(host, other);
				if (!narrower.isEmpty() && !common.contains(narrower)) {
					common.add(narrower);
				}
			}
		}
		return common;
	}

	/**
	 * Lower-cases ASCII letters alone.
	 * @param host a host name
	 * @return the name in lower case
	 */
	public static String lowerCase(String host) {
		return host.toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether a name stands for many.
	 * @param host a host name
	 * @return whether it begins with an asterisk
	 */
	public static boolean isWildcard(String host) {
		return host.startsWith("*");
	}

	private static String narrower(String host, String other) {
		if (isWithin(host, other)) {
			return host;
		}
		return isWithin(other, host) ? other : "";
	}

	private static boolean isWithin(String host, String other) {
		if (!isWildcard(other)) {
			return host.equals(other);
		}
		if (!isWildcard(host)) {
			return host.endsWith(other.substring(1));
		}
		return host.length() >= other.length() && host.substring(1).endsWith(other.substring(1));
	}

	private static boolean isIpAddress(String host) {
		return host.contains(":") || IPV4.matcher(host).matches();
	}

}
