package dev.sekisho.access.web;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

import dev.sekisho.access.Caller;
import dev.sekisho.access.CallerRefused;
import dev.sekisho.access.Callers;
import dev.sekisho.cluster.ClusterException;

/**
 * Takes what the identity provider answered. Its id token is only shown to the API
 * server, which says who it belongs to; the portal reads no name from it.
 */
class OidcAnswers
		implements AuthenticationSuccessHandler, AuthenticationFailureHandler, OAuth2AuthorizedClientRepository {

	private static final Logger logger = LoggerFactory.getLogger(OidcAnswers.class);

	private static final String RENEWAL = OidcAnswers.class.getName() + ".renewal";

	private final Callers callers;

	private final SignInSessions sessions;

	OidcAnswers(Callers callers, SignInSessions sessions) {
		this.callers = callers;
		this.sessions = sessions;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		String token = ((OidcUser) Objects.requireNonNull(authentication.getPrincipal())).getIdToken().getTokenValue();
		try {
			Caller caller = this.callers.byTokenNow(token);
			this.sessions.begin(caller, token, (String) request.getAttribute(RENEWAL), request, response);
			response.sendRedirect(request.getContextPath() + OidcRequests.next(request));
		}
		catch (CallerRefused ex) {
			refuse((ex.reason() == CallerRefused.Reason.INVALID) ? "id-token" : ex.reason().code(), request, response);
		}
		catch (ClusterException ex) {
			refuse("unreachable", request, response);
		}
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		String code = (exception instanceof OAuth2AuthenticationException refused) ? refused.getError().getErrorCode()
				: exception.getClass().getSimpleName();
		logger.warn("Signing in at the identity provider failed: {}", code.replaceAll("[^a-zA-Z0-9_-]", "?"));
		refuse("provider", request, response);
	}

	/**
	 * Shows the sign-in page with a reason.
	 * @param reason the reason
	 * @param request the request
	 * @param response the response
	 * @throws IOException if the browser is gone
	 */
	static void refuse(String reason, HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.sendRedirect(request.getContextPath() + "/login?refused=" + reason);
	}

	@Override
	public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal,
			HttpServletRequest request, HttpServletResponse response) {
		OAuth2RefreshToken renewal = client.getRefreshToken();
		request.setAttribute(RENEWAL, (renewal != null) ? renewal.getTokenValue() : null);
	}

	@Override
	public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String id, Authentication principal,
			HttpServletRequest request) {
		return null;
	}

	@Override
	public void removeAuthorizedClient(String id, Authentication principal, HttpServletRequest request,
			HttpServletResponse response) {
		// None is kept.
	}

}
