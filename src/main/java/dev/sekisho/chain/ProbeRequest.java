package dev.sekisho.chain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * A request to be sent through the gateway, and by what the answer shows that it comes
 * from one's own Service.
 *
 * @param method {@code GET} or {@code HEAD}
 * @param host the Host; empty for one that the VirtualService has
 * @param path path and query; empty for that of its first route
 * @param header a header that the Service's answers have; empty for none
 * @param value what stands somewhere in that header; empty for anything
 * @param body what stands somewhere in the answer's body; empty for none
 */
public record ProbeRequest(String method, String host, String path, String header, String value, String body) {

	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(:\\d{1,5})?");

	private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{0,100}");

	private static final int LONGEST_PATH = 2_048;

	private static final int LONGEST_TEXT = 500;

	public ProbeRequest {
		check("method", "GET".equals(method) || ("HEAD".equals(method) && body.isEmpty()));
		check("host", host.isEmpty() || HOST.matcher(host).matches());
		check("path", path.isEmpty() || readable(path));
		check("header", HEADER.matcher(header).matches());
		check("value", value.length() <= LONGEST_TEXT && (value.isEmpty() || !header.isEmpty()));
		check("body", body.length() <= LONGEST_TEXT);
	}

	private static void check(String field, boolean right) {
		if (!right) {
			throw new ProbeRefused(ProbeRefused.Reason.UNREADABLE, field);
		}
	}

	private static boolean readable(String path) {
		try {
			return path.startsWith("/") && !path.startsWith("//") && path.length() <= LONGEST_PATH
					&& new URI("http://probe" + path).getRawFragment() == null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * Whether it says by what one's own Service is known.
	 * @return {@code true} if a header or a text is asked for
	 */
	boolean rule() {
		return !this.header.isEmpty() || !this.body.isEmpty();
	}

	ProbeRequest with(String newHost, String newPath) {
		return new ProbeRequest(this.method, newHost, newPath, this.header, this.value, this.body);
	}

}
