package dev.sekisho.access.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what other sites make a browser send, unless it only reads or brings a token of
 * its own. The token in forms guards against the same; this one also holds where a
 * sibling domain could plant cookies.
 */
class ForeignRequests extends OncePerRequestFilter {

	private final AccessDeniedHandler refused;

	ForeignRequests(AccessDeniedHandler refused) {
		this.refused = refused;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (Origins.reads(request) || request.getHeader(HttpHeaders.AUTHORIZATION) != null
				|| !Origins.foreign(request)) {
			chain.doFilter(request, response);
		}
		else {
			this.refused.handle(request, response, new AccessDeniedException("The request comes from another site"));
		}
	}

}
