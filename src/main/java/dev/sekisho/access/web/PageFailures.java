package dev.sekisho.access.web;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import dev.sekisho.access.PresentCaller;
import dev.sekisho.web.Failure;
import dev.sekisho.web.FailureAnswers;
import dev.sekisho.web.KeptForm;

/**
 * Leads browsers that aren't let in to the sign-in page and back. What was typed into a
 * form goes along.
 */
@Component
class PageFailures implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final Set<String> OWN_FORMS = Set.of("/login", "/logout", LoginPages.EVERYWHERE);

	private final FailureAnswers answers;

	PageFailures(FailureAnswers answers) {
		this.answers = answers;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
			throws IOException, ServletException {
		if (FailureAnswers.wantsProblem(request)) {
			this.answers.problem(Failure.of(401, "web.error.signed-out"), request, response);
		}
		else if (KeptForm.of(request).isPresent()) {
			request.getRequestDispatcher(LoginPages.AGAIN).forward(request, response);
		}
		else {
			response.sendRedirect(login(request));
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
			throws IOException, ServletException {
		if (exception instanceof CsrfException && Origins.sameOrigin(request) && KeptForm.of(request).isPresent()
				&& !FailureAnswers.wantsProblem(request)) {
			sendAgain(request, response);
		}
		else if (FailureAnswers.wantsProblem(request)) {
			this.answers.problem(Failure.of(403, "web.error.forbidden"), request, response);
		}
		else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

	/*
	 * The form is one of ours but older than the present sign-in. It isn't taken as it
	 * is; its owner may send it again.
	 */
	private static void sendAgain(HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		if (OWN_FORMS.contains(path)) {
			response.sendRedirect(request.getContextPath() + "/");
		}
		else {
			boolean signedIn = PresentCaller.find().isPresent();
			request.getRequestDispatcher(signedIn ? LoginPages.KEPT : LoginPages.AGAIN).forward(request, response);
		}
	}

	private static String login(HttpServletRequest request) {
		String query = request.getQueryString();
		String path = request.getRequestURI().substring(request.getContextPath().length());
		UriComponentsBuilder login = UriComponentsBuilder.fromPath(request.getContextPath() + "/login");
		if (!path.equals("/")) {
			login.queryParam("next", "{next}");
		}
		if (SignInSessions.COOKIE.read(request).isPresent()) {
			login.queryParam("ended");
		}
		return login.encode().buildAndExpand(path + ((query != null) ? "?" + query : "")).toUriString();
	}

}
