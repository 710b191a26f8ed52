package dev.sekisho.change.web;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import dev.sekisho.change.ChangeRefused;
import dev.sekisho.change.ChangeRefused.Reason;
import dev.sekisho.change.parts.ChangeTexts;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.web.PlainText;

/**
 * Says on a page why something can't be shown or done: what happened, why, what to do.
 * What is absent and what is secret look alike.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(assignableTypes = { ChangeListPages.class, ChangePages.class, RegisterPages.class, SendPages.class,
		SettlementPages.class })
class ChangePageProblems {

	private static final Logger logger = LoggerFactory.getLogger(ChangePageProblems.class);

	private final ChangeTexts texts;

	ChangePageProblems(ChangeTexts texts) {
		this.texts = texts;
	}

	@ExceptionHandler
	@Nullable ModelAndView refused(ChangeRefused ex, HttpServletResponse response, Locale locale) throws IOException {
		if (ex.reason() == Reason.NOT_FOUND) {
			response.sendError(HttpStatus.NOT_FOUND.value());
			return null;
		}
		return page(ex.reason().status(), this.texts.refused(ex.reason(), locale), "");
	}

	@ExceptionHandler
	ModelAndView failed(ClusterException ex, Locale locale) {
		logger.warn("The cluster refused what a page asked for: {}", ex.reason(), ex);
		int status = switch (ex.reason()) {
			case FORBIDDEN, DENIED, READ_ONLY -> 403;
			case UNAUTHENTICATED -> 401;
			case ALREADY_EXISTS, CONFLICT, GONE, NOT_FOUND -> 409;
			case INVALID, TOO_LARGE -> 422;
			default -> 503;
		};
		return page(status, this.texts.text("cluster." + ex.reason(), locale), String.valueOf(ex.getMessage()));
	}

	private static ModelAndView page(int status, String what, String said) {
		ModelAndView page = new ModelAndView("change/problem", HttpStatus.valueOf(status));
		page.addObject("what", what);
		page.addObject("said", PlainText.line(said));
		return page;
	}

}
