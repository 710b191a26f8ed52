package dev.sekisho.route.web;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sekisho.web.Failure;
import dev.sekisho.web.FailureSource;

/**
 * Explains what this module's REST calls refuse.
 */
@Component
class RouteFailures implements FailureSource {

	private final RouteTexts texts;

	RouteFailures(RouteTexts texts) {
		this.texts = texts;
	}

	@Override
	public Optional<Failure> explain(Exception exception, HttpServletRequest request) {
		if (exception instanceof UnreadableRequest unreadable) {
			String text = this.texts.message("try.problem." + unreadable.code(), LocaleContextHolder.getLocale());
			return Optional.of(Failure.of(400, "web.error.bad-request")
				.with(List.of(new Failure.FieldProblem(unreadable.field(), unreadable.code(), text, ""))));
		}
		return Optional.empty();
	}

}
