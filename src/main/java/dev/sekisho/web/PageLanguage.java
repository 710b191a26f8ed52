package dev.sekisho.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language of pages and messages: what {@code ?lang=} asks for and a cookie
 * remembers, otherwise what the browser prefers, otherwise English.
 */
class PageLanguage extends CookieLocaleResolver implements HandlerInterceptor {

	private static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.JAPANESE);

	PageLanguage() {
		super("sekisho-lang");
		setCookieMaxAge(Duration.ofDays(365));
		setCookieHttpOnly(true);
		setCookieSameSite("Lax");
		setRejectInvalidCookies(false);
		setDefaultLocaleFunction(PageLanguage::preferred);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Locale asked = parseLocaleValue(String.valueOf(request.getParameter("lang")));
		if (asked != null) {
			setLocale(request, response, asked);
		}
		return true;
	}

	@Override
	protected @Nullable Locale parseLocaleValue(String value) {
		return SUPPORTED.stream().filter((locale) -> locale.getLanguage().equals(value)).findFirst().orElse(null);
	}

	private static Locale preferred(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
		try {
			Locale best = (header != null) ? Locale.lookup(Locale.LanguageRange.parse(header), SUPPORTED) : null;
			return (best != null) ? best : Locale.ENGLISH;
		}
		catch (IllegalArgumentException ex) {
			return Locale.ENGLISH;
		}
	}

}
