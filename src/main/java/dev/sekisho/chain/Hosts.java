package dev.sekisho.chain;

import java.util.Locale;
import java.util.Optional;

import dev.sekisho.cluster.ObjectKey;

/**
 * Host names as Istio compares them when it binds VirtualServices to a Gateway's servers
 * (istio, {@code pkg/config/host}).
 */
final class Hosts {

	private Hosts() {
	}

	/**
	 * Whether two hosts, each perhaps with a leading {@code *}, have a name in common.
	 * @param one a host
	 * @param other another
	 * @return {@code true} if one of them covers the other
	 */
	static boolean meet(String one, String other) {
		return covers(one, other) || covers(other, one);
	}

	private static boolean covers(String wide, String narrow) {
		if (wide.startsWith("*")) {
			String bare = narrow.startsWith("*") ? narrow.substring(1) : narrow;
			return bare.endsWith(wide.substring(1));
		}
		return wide.equals(narrow);
	}

	/**
	 * Whether a certificate's name is for a host. A wildcard stands for one label.
	 * @param name the name, perhaps with a leading {@code *.}
	 * @param host the host, perhaps a wildcard itself
	 * @return {@code true} if clients accept the certificate
	 */
	static boolean certified(String name, String host) {
		String wanted = host.toLowerCase(Locale.ROOT);
		String given = name.toLowerCase(Locale.ROOT);
		int dot = wanted.indexOf('.');
		return given.equals(wanted) || (given.startsWith("*.") && dot > 0 && !wanted.startsWith("*")
				&& given.substring(1).equals(wanted.substring(dot)));
	}

	/**
	 * The Service that a destination's host stands for.
	 * @param host the full host
	 * @param clusterDomain the cluster's domain
	 * @return the Service's key; empty if the host isn't a Service's
	 */
	static Optional<ObjectKey> service(String host, String clusterDomain) {
		String suffix = ".svc." + clusterDomain;
		String[] labels = host.endsWith(suffix) ? host.substring(0, host.length() - suffix.length()).split("\\.", -1)
				: new String[0];
		return (labels.length == 2) ? Optional.of(new ObjectKey(labels[1], labels[0])) : Optional.empty();
	}

}
