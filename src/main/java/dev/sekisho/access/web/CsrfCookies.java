package dev.sekisho.access.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

import dev.sekisho.web.HostCookie;

/**
 * Keeps in a cookie what a form must repeat, so that it outlives a sign-in and needs no
 * memory on the server.
 */
class CsrfCookies implements CsrfTokenRepository {

	private static final HostCookie COOKIE = new HostCookie("sekisho-csrf");

	private static final String REMOVED = CsrfCookies.class.getName() + ".REMOVED";

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return token(UUID.randomUUID().toString());
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		if (token != null) {
			request.removeAttribute(REMOVED);
			COOKIE.write(request, response, token.getToken());
		}
		else {
			request.setAttribute(REMOVED, true);
			COOKIE.remove(request, response);
		}
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return (request.getAttribute(REMOVED) != null) ? null
				: COOKIE.read(request).map(CsrfCookies::token).orElse(null);
	}

	private static CsrfToken token(String value) {
		return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
	}

}
