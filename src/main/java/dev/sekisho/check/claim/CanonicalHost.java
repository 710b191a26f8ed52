package dev.sekisho.check.claim;

import java.net.IDN;
import java.util.Collection;
import java.util.Locale;

/**
 * A host as clients ask for it, however it is written.
 *
 * @param text lower case, without port and trailing dot, in ASCII
 */
public record CanonicalHost(String text) {

	/**
	 * The canonical form.
	 * @param written a host as written
	 * @return the host
	 */
	public static CanonicalHost of(String written) {
		String host = ascii(written.strip()).toLowerCase(Locale.ROOT);
		int colon = host.lastIndexOf(':');
		if (colon > 0 && host.indexOf(':') == colon && host.substring(colon + 1).chars().allMatch(Character::isDigit)) {
			host = host.substring(0, colon);
		}
		while (host.length() > 1 && host.endsWith(".")) {
			host = host.substring(0, host.length() - 1);
		}
		return new CanonicalHost(host);
	}

	/**
	 * Whether clients ask for any of some hosts.
	 * @param domains the domains of a virtual host
	 * @return {@code false} if none is written as clients do
	 */
	public static boolean isAsked(Collection<String> domains) {
		return domains.stream().anyMatch((domain) -> of(domain).text().equals(domain));
	}

	private static String ascii(String host) {
		if (host.chars().allMatch((ch) -> ch < 0x80)) {
			return host;
		}
		try {
			boolean wildcard = host.startsWith("*.");
			String ascii = IDN.toASCII(wildcard ? host.substring(2) : host, IDN.ALLOW_UNASSIGNED);
			return wildcard ? "*." + ascii : ascii;
		}
		catch (IllegalArgumentException ex) {
			return host;
		}
	}

}
