package dev.sekisho.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers that tell browsers what our pages may do, on every answer. The documentation
 * page of the REST API brings styles and pictures of its own and gets what it needs.
 */
class SecurityHeaders extends OncePerRequestFilter {

	private static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
			+ "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	private static final String API_DOCS = PAGES.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
		.replace("img-src 'self'", "img-src 'self' data:");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setHeader("Content-Security-Policy", isApiDocs(request) ? API_DOCS : PAGES);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("X-Frame-Options", "DENY");
		response.setHeader("Referrer-Policy", "same-origin");
		response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
		response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
		response.setHeader("Permissions-Policy",
				"camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
		chain.doFilter(request, response);
	}

	private static boolean isApiDocs(HttpServletRequest request) {
		return request.getRequestURI().startsWith(request.getContextPath() + "/swagger-ui/");
	}

}
