package dev.sekisho.access.web;

import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import dev.sekisho.access.Caller;

/**
 * A caller, as Spring Security holds them. Knows no roles: what somebody may do is asked
 * of the cluster.
 */
final class CallerAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final transient Caller caller;

	CallerAuthentication(Caller caller) {
		super(List.of());
		this.caller = caller;
		setAuthenticated(true);
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public Caller getPrincipal() {
		return this.caller;
	}

	@Override
	public String getName() {
		return this.caller.username();
	}

}
