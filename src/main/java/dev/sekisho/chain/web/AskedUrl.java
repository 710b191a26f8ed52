package dev.sekisho.chain.web;

import java.net.URI;
import java.net.URISyntaxException;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A URL whose chain is asked for. The path is taken as it is, odd or not.
 *
 * @param host the authority without user information; empty if there is none
 * @param target path and query
 */
record AskedUrl(String host, String target) {

	private static final int LONGEST = 8_192;

	static AskedUrl of(String url) {
		String address = url.strip();
		if (address.isEmpty() || address.length() > LONGEST) {
			throw invalid("url is missing or longer than " + LONGEST + " characters");
		}
		int scheme = address.indexOf("://");
		if (scheme < 0 && !address.startsWith("/")) {
			throw invalid("url starts with http://, https:// or /");
		}
		int end = (scheme < 0) ? 0 : end(address, scheme + 3);
		String target = address.substring(end);
		return new AskedUrl((scheme < 0) ? "" : authority(address.substring(0, end)),
				target.startsWith("/") ? target : "/" + target);
	}

	private static int end(String address, int from) {
		int end = from;
		while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
			end++;
		}
		return end;
	}

	private static String authority(String origin) {
		try {
			String authority = new URI(origin).getRawAuthority();
			if (authority == null) {
				throw invalid("url has no host");
			}
			return authority.substring(authority.indexOf('@') + 1);
		}
		catch (URISyntaxException ex) {
			throw invalid("url isn't one");
		}
	}

	private static ResponseStatusException invalid(String message) {
		return new ResponseStatusException(HttpStatus.BAD_REQUEST, message);
	}

}
