package dev.sekisho.web;

import java.util.Arrays;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie that only the portal reads. Over HTTPS its name begins with {@code __Host-}:
 * browsers then take it from this host only, not from a tenant's on a sibling domain.
 */
public final class HostCookie {

	private final String name;

	/**
	 * Names a cookie.
	 * @param name its name, without the prefix
	 */
	public HostCookie(String name) {
		this.name = name;
	}

	/**
	 * Reads the cookie.
	 * @param request the request
	 * @return its value; empty if the browser sent none
	 */
	public Optional<String> read(HttpServletRequest request) {
		Cookie @Nullable [] cookies = request.getCookies();
		return (cookies != null) ? Arrays.stream(cookies)
			.filter((cookie) -> cookie.getName().equals(name(request)) && !cookie.getValue().isEmpty())
			.map(Cookie::getValue)
			.findFirst() : Optional.empty();
	}

	/**
	 * Has the browser keep a value until it is closed.
	 * @param request the request
	 * @param response gets the cookie
	 * @param value the value
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, String value) {
		response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, value).build().toString());
	}

	/**
	 * Has the browser forget the value.
	 * @param request the request
	 * @param response gets the cookie
	 */
	public void remove(HttpServletRequest request, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "").maxAge(0).build().toString());
	}

	private ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
		return ResponseCookie.from(name(request), value)
			.path("/")
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax");
	}

	private String name(HttpServletRequest request) {
		return request.isSecure() ? "__Host-" + this.name : this.name;
	}

}
