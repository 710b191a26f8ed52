package dev.sekisho.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;

/**
 * Tells addresses within the application from those that lead elsewhere. Browsers read
 * {@code //host}, {@code /\host} and addresses with control characters in them as other
 * sites; dots that climb up are never needed.
 */
public final class LocalPath {

	private LocalPath() {
	}

	/**
	 * Whether an address stays within the application.
	 * @param address path and query
	 * @return whether it is one to go to
	 */
	public static boolean isOne(String address) {
		if (!address.startsWith("/") || address.startsWith("//")) {
			return false;
		}
		try {
			URI uri = new URI(address);
			return uri.getScheme() == null && uri.getRawAuthority() == null && Arrays.stream(uri.getPath().split("/"))
				.noneMatch((part) -> part.equals(".") || part.equals(".."));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
