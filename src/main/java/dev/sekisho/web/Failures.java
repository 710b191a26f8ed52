package dev.sekisho.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers every exception that a module doesn't answer itself. What nobody knows becomes
 * an error with a reference that stands in the log.
 */
class Failures implements HandlerExceptionResolver {

	/** Shows the sign-in page in answer to any request. */
	private static final String SIGN_IN = "/login/again";

	private final ObjectProvider<FailureSource> sources;

	private final FailureAnswers answers;

	Failures(ObjectProvider<FailureSource> sources, FailureAnswers answers) {
		this.sources = sources;
		this.answers = answers;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception exception) {
		if (exception instanceof AccessDeniedException || exception instanceof AuthenticationException) {
			return null;
		}
		if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(exception)) {
			return new ModelAndView();
		}
		try {
			Failure failure = explain(exception, request);
			return (failure.status() == HttpServletResponse.SC_UNAUTHORIZED && !FailureAnswers.wantsProblem(request))
					? new ModelAndView("forward:" + SIGN_IN)
					: this.answers.answer(failure, exception, request, response);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Failure explain(Exception exception, HttpServletRequest request) {
		return this.sources.orderedStream()
			.map((source) -> source.explain(exception, request))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseGet(() -> Statuses.failure(HttpServletResponse.SC_INTERNAL_SERVER_ERROR));
	}

}
