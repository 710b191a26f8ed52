package dev.sekisho.access.web;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

import dev.sekisho.access.CallerRefused;
import dev.sekisho.access.Callers;
import dev.sekisho.cluster.ClusterException;

/**
 * Takes bearer tokens that the API server takes.
 */
class ApiAuthentication implements AuthenticationManager {

	private final Callers callers;

	ApiAuthentication(Callers callers) {
		this.callers = callers;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		try {
			return new CallerAuthentication(
					this.callers.byToken(((BearerTokenAuthenticationToken) authentication).getToken()));
		}
		catch (CallerRefused ex) {
			throw new InvalidBearerTokenException("The cluster doesn't take this token (" + ex.reason().code() + ")",
					ex);
		}
		catch (ClusterException ex) {
			throw new AuthenticationServiceException("Whose token this is can't be asked", ex);
		}
	}

}
