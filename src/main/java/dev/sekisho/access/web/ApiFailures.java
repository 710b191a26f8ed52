package dev.sekisho.access.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

import dev.sekisho.cluster.ClusterException;
import dev.sekisho.web.Failure;
import dev.sekisho.web.FailureAnswers;

/**
 * Says to scripts why they aren't let in.
 */
@Component
class ApiFailures implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

	private final FailureAnswers answers;

	private final ClusterFailures cluster;

	ApiFailures(FailureAnswers answers, ClusterFailures cluster) {
		this.answers = answers;
		this.cluster = cluster;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
			throws IOException {
		if (exception instanceof AuthenticationServiceException
				&& exception.getCause() instanceof ClusterException failure) {
			this.answers.problem(this.cluster.explain(failure, request), request, response);
			return;
		}
		boolean sent = exception instanceof OAuth2AuthenticationException;
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.WWW_AUTHENTICATE, sent ? "Bearer error=\"invalid_token\"" : "Bearer");
		this.answers.problem(Failure.of(401, "web.error.signed-out").with(headers), request, response);
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		commence(request, response, exception);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
			throws IOException {
		this.answers.problem(Failure.of(403, "web.error.forbidden"), request, response);
	}

}
