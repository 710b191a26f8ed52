package dev.sekisho.web;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what failed before a controller was found, or what was refused by a filter.
 */
@Controller
class ErrorPages implements ErrorController {

	private final Failures failures;

	private final FailureAnswers answers;

	ErrorPages(Failures failures, FailureAnswers answers) {
		this.failures = failures;
		this.answers = answers;
	}

	@RequestMapping("/error")
	@Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		Failure failure = (cause instanceof Exception exception) ? this.failures.explain(exception, request)
				: Statuses.failure((status != null) ? status : HttpServletResponse.SC_NOT_FOUND);
		ModelAndView page = this.answers.answer(failure, cause, request, response);
		return page.isEmpty() ? null : page;
	}

}
