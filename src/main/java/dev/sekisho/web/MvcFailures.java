package dev.sekisho.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;

/**
 * Explains what Spring MVC itself refuses: unknown paths, wrong methods and media types,
 * unreadable bodies, invalid fields.
 */
class MvcFailures implements FailureSource {

	private final MessageSource messages;

	MvcFailures(MessageSource messages) {
		this.messages = messages;
	}

	@Override
	public Optional<Failure> explain(Exception exception, HttpServletRequest request) {
		if (bodyTooLarge(exception)) {
			return Optional.of(Statuses.failure(413));
		}
		if (exception instanceof InvalidParameterException parameters) {
			return Optional.of(Statuses.failure(parameters.getErrorCode()));
		}
		if (exception instanceof HttpMessageNotReadableException unreadable) {
			return Optional.of(unreadable(unreadable));
		}
		if (exception instanceof BindingResult invalid) {
			return Optional.of(Statuses.failure(422).with(fields(invalid)));
		}
		if (exception instanceof HandlerMethodValidationException invalid) {
			return Optional.of(Statuses.failure(422).with(parameters(invalid.getParameterValidationResults())));
		}
		if (exception instanceof MethodValidationException invalid) {
			return Optional.of(Statuses.failure(422).with(parameters(invalid.getParameterValidationResults())));
		}
		if (exception instanceof TypeMismatchException mismatch) {
			return Optional.of(Statuses.failure(400).with(List.of(mismatch(mismatch))));
		}
		return (exception instanceof ErrorResponse response) ? Optional.of(response(exception, response))
				: Optional.empty();
	}

	private static Failure response(Exception exception, ErrorResponse response) {
		Failure failure = Statuses.failure(response.getStatusCode().value()).with(response.getHeaders());
		if (exception instanceof ResponseStatusException status) {
			return failure.saying(status.getReason());
		}
		return (exception instanceof ServletRequestBindingException) ? failure.saying(response.getBody().getDetail())
				: failure;
	}

	private Failure unreadable(HttpMessageNotReadableException exception) {
		if (exception.getMostSpecificCause() instanceof JacksonException cause) {
			String path = cause.getPath()
				.stream()
				.map((step) -> (step.getPropertyName() != null) ? "." + step.getPropertyName()
						: "[" + step.getIndex() + "]")
				.collect(Collectors.joining());
			int line = (cause.getLocation() != null) ? cause.getLocation().getLineNr() : 0;
			int column = (cause.getLocation() != null) ? cause.getLocation().getColumnNr() : 0;
			String code = path.isEmpty() ? "malformed" : "not-understood";
			return Statuses.failure(400)
				.with(List.of(new Failure.FieldProblem(path.startsWith(".") ? path.substring(1) : path, code,
						text("web.error.field." + code, line, column), "")));
		}
		return Statuses.failure(400)
			.with(List.of(new Failure.FieldProblem("", "missing", text("web.error.field.no-body"), "")));
	}

	private List<Failure.FieldProblem> fields(BindingResult result) {
		return result.getAllErrors()
			.stream()
			.map((error) -> new Failure.FieldProblem((error instanceof FieldError field) ? field.getField() : "",
					String.valueOf(error.getCode()), text(error), ""))
			.toList();
	}

	private List<Failure.FieldProblem> parameters(List<ParameterValidationResult> results) {
		List<Failure.FieldProblem> problems = new ArrayList<>();
		for (ParameterValidationResult result : results) {
			String name = String.valueOf(result.getMethodParameter().getParameterName());
			result.getResolvableErrors()
				.forEach((error) -> problems.add(new Failure.FieldProblem(name, "invalid", text(error), "")));
		}
		return problems;
	}

	private Failure.FieldProblem mismatch(TypeMismatchException exception) {
		String name = (exception instanceof MethodArgumentTypeMismatchException argument) ? argument.getName()
				: String.valueOf(exception.getPropertyName());
		return new Failure.FieldProblem(name, "wrong-type",
				text("web.error.field.wrong-type", VisibleText.of(String.valueOf(exception.getValue()))), "");
	}

	private static boolean bodyTooLarge(Exception exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (cause instanceof BodyLimit.BodyTooLargeException) {
				return true;
			}
		}
		return false;
	}

	private String text(MessageSourceResolvable error) {
		return this.messages.getMessage(error, LocaleContextHolder.getLocale());
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
