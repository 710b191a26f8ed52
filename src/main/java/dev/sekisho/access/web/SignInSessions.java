package dev.sekisho.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.SignIns;
import dev.sekisho.web.HostCookie;

/**
 * Begins and ends sign-ins in a browser.
 */
@Component
class SignInSessions implements LogoutHandler {

	/** Holds the secret of a sign-in. */
	static final HostCookie COOKIE = new HostCookie("sekisho-session");

	private final SignIns signIns;

	private final CsrfAuthenticationStrategy newFormToken = new CsrfAuthenticationStrategy(new CsrfCookies());

	SignInSessions(SignIns signIns) {
		this.signIns = signIns;
	}

	/**
	 * Begins a sign-in under a new secret; an earlier one of this browser ends, and forms
	 * of earlier pages are no longer taken.
	 * @param caller who
	 * @param token the token that proves it
	 * @param renewal what new tokens are given for; {@code null} for nothing
	 * @param request the request
	 * @param response gets the cookies
	 */
	void begin(Caller caller, String token, @Nullable String renewal, HttpServletRequest request,
			HttpServletResponse response) {
		COOKIE.read(request).ifPresent(this.signIns::end);
		COOKIE.write(request, response, this.signIns.begin(caller, token, renewal));
		CallerAuthentication authentication = new CallerAuthentication(caller);
		this.newFormToken.onAuthentication(authentication, request, response);
		SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
	}

	/**
	 * Ends all sign-ins of somebody, in every browser and on every replica.
	 * @param caller who
	 * @param request the request
	 * @param response forgets the cookie
	 */
	void endAll(Caller caller, HttpServletRequest request, HttpServletResponse response) {
		this.signIns.endAll(caller.username());
		logout(request, response, null);
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		COOKIE.read(request).ifPresent(this.signIns::end);
		COOKIE.remove(request, response);
	}

}
