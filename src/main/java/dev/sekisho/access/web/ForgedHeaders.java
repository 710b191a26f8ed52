package dev.sekisho.access.web;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes away headers in which proxies and Kubernetes name a user. Nothing of the portal
 * reads them; this keeps it so for whatever is added.
 */
class ForgedHeaders extends OncePerRequestFilter {

	private static final List<String> PREFIXES = List.of("impersonate-", "x-amzn-oidc-", "x-remote-", "x-auth-request-",
			"x-forwarded-user", "x-forwarded-group", "x-forwarded-email", "x-forwarded-preferred-username",
			"x-forwarded-access-token", "remote-user");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new WithoutThem(request), response);
	}

	private static boolean names(String header) {
		String lower = header.toLowerCase(Locale.ROOT);
		return PREFIXES.stream().anyMatch(lower::startsWith);
	}

	private static final class WithoutThem extends HttpServletRequestWrapper {

		WithoutThem(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getHeader(String name) {
			return names(name) ? null : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return names(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
		}

		@Override
		public Enumeration<String> getHeaderNames() {
			return Collections
				.enumeration(Collections.list(super.getHeaderNames()).stream().filter((name) -> !names(name)).toList());
		}

		@Override
		public int getIntHeader(String name) {
			return names(name) ? -1 : super.getIntHeader(name);
		}

		@Override
		public long getDateHeader(String name) {
			return names(name) ? -1 : super.getDateHeader(name);
		}

	}

}
