package dev.sekisho.access.web;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Tells requests from the portal's own pages from those that other sites make a browser
 * send, by the headers that only browsers write (Fetch Metadata, Origin).
 */
final class Origins {

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

	private Origins() {
	}

	static boolean reads(HttpServletRequest request) {
		return SAFE_METHODS.contains(request.getMethod());
	}

	/**
	 * Whether the request may come from elsewhere than the portal's own pages.
	 * @param request the request
	 * @return {@code true} if a browser says so; {@code false} also for what isn't a
	 * browser
	 */
	static boolean foreign(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			return !site.equals("same-origin") && !site.equals("none");
		}
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return origin != null && !origin.equals(own(request));
	}

	/**
	 * Whether a browser vouches that the request comes from one of the portal's pages.
	 * @param request the request
	 * @return {@code true} if it does
	 */
	static boolean sameOrigin(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		return (site != null) ? site.equals("same-origin") : own(request).equals(request.getHeader(HttpHeaders.ORIGIN));
	}

	private static String own(HttpServletRequest request) {
		return ServletUriComponentsBuilder.fromRequest(request)
			.replacePath(null)
			.replaceQuery(null)
			.build()
			.toUriString();
	}

}
