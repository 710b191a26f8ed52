package dev.sekisho.access.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Callers;
import dev.sekisho.access.SignInKey;

/**
 * Finds who is signed in, for each request anew.
 */
class SignInContexts implements SecurityContextRepository {

	private final CurrentSignIns signIns;

	private final Callers callers;

	private final boolean readsOnly;

	/**
	 * Creates the repository.
	 * @param signIns the sign-ins
	 * @param callers knows the callers
	 * @param readsOnly whether a sign-in counts only for same-origin reads without a
	 * token: on the REST API
	 */
	SignInContexts(CurrentSignIns signIns, Callers callers, boolean readsOnly) {
		this.signIns = signIns;
		this.callers = callers;
		this.readsOnly = readsOnly;
	}

	@Override
	@SuppressWarnings("deprecation")
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return load(holder.getRequest());
	}

	private SecurityContext load(HttpServletRequest request) {
		return caller(request).<SecurityContext>map((caller) -> {
			CallerAuthentication authentication = new CallerAuthentication(caller);
			SignInSessions.COOKIE.read(request).flatMap(SignInKey::of).ifPresent(authentication::setDetails);
			return new SecurityContextImpl(authentication);
		}).orElseGet(SecurityContextHolder::createEmptyContext);
	}

	private Optional<Caller> caller(HttpServletRequest request) {
		if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
			return Optional.empty();
		}
		if (this.callers.single()) {
			return Optional.of(this.callers.owner());
		}
		if (this.readsOnly && (!Origins.reads(request) || Origins.foreign(request))) {
			return Optional.empty();
		}
		return SignInSessions.COOKIE.read(request).flatMap(this.signIns::find);
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		// A sign-in is begun by the sign-in page alone.
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return SignInSessions.COOKIE.read(request).isPresent();
	}

}
