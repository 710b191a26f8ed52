package dev.sekisho.chain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses in CIDR notation.
 *
 * @param network its first address
 * @param bits how many leading bits all its addresses share
 */
record AddressRange(InetAddress network, int bits) {

	// What can be taken for a host name would be looked up.
	private static final Pattern LITERAL = Pattern
		.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

	// Where AWS serves credentials over IPv6.
	private static final AddressRange CREDENTIALS = parse("fd00:ec2::/32");

	AddressRange {
		if (bits < 0 || bits > network.getAddress().length * 8) {
			throw new IllegalArgumentException("/" + bits);
		}
	}

	/**
	 * Reads a range.
	 * @param text such as {@code 10.0.0.0/16}
	 * @return the range
	 * @throws IllegalArgumentException if it isn't one
	 */
	static AddressRange parse(String text) {
		int slash = text.indexOf('/');
		InetAddress network = address((slash < 0) ? "" : text.substring(0, slash))
			.orElseThrow(() -> new IllegalArgumentException(text));
		return new AddressRange(network, Integer.parseInt(text.substring(slash + 1)));
	}

	/**
	 * Reads an address without looking up names. An IPv4 address in IPv6 notation is
	 * taken as what it is.
	 * @param text the address
	 * @return the address; empty if it isn't one
	 */
	static Optional<InetAddress> address(String text) {
		if (!LITERAL.matcher(text).matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(InetAddress.getByName(text));
		}
		catch (UnknownHostException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Whether probes may be sent to an address because of this range. Loopback addresses
	 * must be meant: a wider range doesn't let them through. Addresses of the link (where
	 * clouds serve credentials), of groups and of nobody are never let through.
	 * @param address the address
	 * @return {@code true} if it lies in the range
	 */
	boolean admits(InetAddress address) {
		boolean never = address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress()
				|| CREDENTIALS.contains(address.getAddress());
		boolean meant = !address.isLoopbackAddress() || this.network.isLoopbackAddress();
		return !never && meant && contains(address.getAddress());
	}

	private boolean contains(byte[] given) {
		byte[] own = this.network.getAddress();
		if (own.length != given.length) {
			return false;
		}
		for (int bit = 0; bit < this.bits; bit++) {
			int mask = 0x80 >> (bit % 8);
			if ((own[bit / 8] & mask) != (given[bit / 8] & mask)) {
				return false;
			}
		}
		return true;
	}

}
