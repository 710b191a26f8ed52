package dev.sekisho.access.web;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only under the names of this machine. A portal that lets its only user in
 * without asking must not answer to a web page that had its own name resolved to
 * 127.0.0.1 (DNS rebinding): to the browser it would be of the same origin.
 */
class LoopbackHosts extends OncePerRequestFilter {

	private static final Pattern LOOPBACK = Pattern
		.compile("(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		// The header itself: what a proxy header says of the host counts for addresses
		// only.
		String host = request.getHeader(HttpHeaders.HOST);
		if (host == null || LOOPBACK.matcher(host).matches()) {
			chain.doFilter(request, response);
		}
		else {
			response.sendError(HttpStatus.MISDIRECTED_REQUEST.value());
		}
	}

}
