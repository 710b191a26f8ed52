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
import dev.sekisho.access.CallerRefused;
import dev.sekisho.access.Callers;
import dev.sekisho.access.SignIn;
import dev.sekisho.access.SignIns;
import dev.sekisho.cluster.ClusterException;

/**
 * Finds who is signed in, for each request anew. A token that the API server no longer
 * takes ends its sign-in; while the API server can't be asked, the sign-in goes on: what
 * it may do is decided there anyway.
 */
class SignInContexts implements SecurityContextRepository {

	private final SignIns signIns;

	private final Callers callers;

	private final boolean readsOnly;

	/**
	 * Creates the repository.
	 * @param signIns the sign-ins
	 * @param callers knows the callers
	 * @param readsOnly whether a sign-in counts only for same-origin reads without a
	 * token: on the REST API
	 */
	SignInContexts(SignIns signIns, Callers callers, boolean readsOnly) {
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
		return caller(request)
			.<SecurityContext>map((caller) -> new SecurityContextImpl(new CallerAuthentication(caller)))
			.orElseGet(SecurityContextHolder::createEmptyContext);
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
		return SignInSessions.COOKIE.read(request).flatMap(this::signedIn);
	}

	private Optional<Caller> signedIn(String secret) {
		return this.signIns.find(secret).flatMap((signIn) -> current(secret, signIn));
	}

	private Optional<Caller> current(String secret, SignIn signIn) {
		try {
			return Optional.of(this.callers.byToken(signIn.token()));
		}
		catch (CallerRefused ex) {
			this.signIns.end(secret);
			return Optional.empty();
		}
		catch (ClusterException ex) {
			return Optional.of(this.callers.asRemembered(signIn));
		}
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
