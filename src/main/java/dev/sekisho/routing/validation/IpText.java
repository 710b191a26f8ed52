package dev.sekisho.routing.validation;

import java.util.regex.Pattern;

/**
 * IP addresses and blocks as Go reads them ({@code net/netip}).
 */
final class IpText {

	private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]");

	private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

	private static final Pattern BITS = Pattern.compile("0|[1-9][0-9]{0,2}");

	private static final int GROUPS = 8;

	private IpText() {
	}

	static boolean isAddress(String text) {
		int zone = text.indexOf('%');
		String address = (zone < 0) ? text : text.substring(0, zone);
		if (!address.contains(":")) {
			return zone < 0 && isVersion4(address);
		}
		return zone != text.length() - 1 && isVersion6(address);
	}

	/**
	 * Whether a text is a block such as {@code 10.0.0.0/8}, or an address.
	 * @param text the text
	 * @return whether istiod takes it as a subnet
	 */
	static boolean isSubnet(String text) {
		int slash = text.indexOf('/');
		if (slash < 0) {
			return isAddress(text);
		}
		String address = text.substring(0, slash);
		String bits = text.substring(slash + 1);
		int most = address.contains(":") ? 128 : 32;
		return !address.contains("%") && isAddress(address) && BITS.matcher(bits).matches()
				&& Integer.parseInt(bits) <= most;
	}

	private static boolean isVersion4(String address) {
		String[] octets = address.split("\\.", -1);
		if (octets.length != 4) {
			return false;
		}
		for (String octet : octets) {
			if (!OCTET.matcher(octet).matches()) {
				return false;
			}
		}
		return true;
	}

	private static boolean isVersion6(String address) {
		int gap = address.indexOf("::");
		if (gap < 0) {
			return groups(address, true) == GROUPS;
		}
		int before = (gap == 0) ? 0 : groups(address.substring(0, gap), false);
		String rest = address.substring(gap + 2);
		int after = rest.isEmpty() ? 0 : groups(rest, true);
		return before >= 0 && after >= 0 && before + after < GROUPS;
	}

	// The number of groups, -1 if something isn't one.
	private static int groups(String text, boolean last) {
		String[] groups = text.split(":", -1);
		int count = 0;
		for (int i = 0; i < groups.length; i++) {
			if (GROUP.matcher(groups[i]).matches()) {
				count++;
			}
			else if (last && i == groups.length - 1 && isVersion4(groups[i])) {
				count += 2;
			}
			else {
				return -1;
			}
		}
		return count;
	}

}
