package dev.sekisho.web;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers failed requests: scripts and scripted parts of pages get a problem, browsers a
 * page that says what happened, why, and what to do.
 */
public class FailureAnswers {

	private static final Logger logger = LoggerFactory.getLogger(FailureAnswers.class);

	private static final int REFERENCE_BYTES = 4;

	private final MessageSource messages;

	private final LocaleResolver locales;

	private final SecureRandom random = new SecureRandom();

	private final JsonMapper json = JsonMapper.shared();

	FailureAnswers(MessageSource messages, LocaleResolver locales) {
		this.messages = messages;
		this.locales = locales;
	}

	/**
	 * Answers with a page or a problem, whichever fits the request.
	 * @param failure what to tell
	 * @param cause what was thrown, for the log; may be null
	 * @param request the request
	 * @param response gets status, headers and, for a problem, the body
	 * @return the page to show; empty if the answer has been written
	 * @throws IOException if the answer can't be written
	 */
	ModelAndView answer(Failure failure, @Nullable Throwable cause, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		String reference = reference(failure, cause, request);
		if (wantsProblem(request)) {
			write(failure, reference, request, response);
			return new ModelAndView();
		}
		head(failure, response);
		ModelAndView page = new ModelAndView("web/error");
		page.addObject("failure", failure);
		page.addObject("reference", reference);
		page.addObject("now", Instant.now());
		page.addObject("kept", failure.temporary() ? KeptForm.of(request).orElse(null) : null);
		return page;
	}

	/**
	 * Answers a script.
	 * @param failure what to tell
	 * @param request the request
	 * @param response gets status, headers and body
	 * @throws IOException if the answer can't be written
	 */
	public void problem(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
		write(failure, reference(failure, null, request), request, response);
	}

	/**
	 * Whether an answer to this request is read by a script.
	 * @param request the request, as it came or as an error
	 * @return whether it goes to the REST API or comes from a script in a page
	 */
	public static boolean wantsProblem(HttpServletRequest request) {
		String uri = uri(request);
		String path = uri.substring(Math.min(uri.length(), request.getContextPath().length()));
		return path.startsWith("/api/") || path.startsWith("/openapi.json") || request.getHeader("HX-Request") != null;
	}

	private static String method(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_METHOD);
		return (failed != null) ? failed.toString() : request.getMethod();
	}

	private static String uri(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return (failed != null) ? failed.toString() : request.getRequestURI();
	}

	private void write(Failure failure, String reference, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		head(failure, response);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream()
			.write(this.json.writeValueAsBytes(
					Problem.of(failure, detail(failure, this.locales.resolveLocale(request)), reference)));
	}

	private static void head(Failure failure, HttpServletResponse response) {
		response.setStatus(failure.status());
		failure.headers().forEach((name, values) -> values.forEach((value) -> response.setHeader(name, value)));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
	}

	private String detail(Failure failure, Locale locale) {
		String text = Stream.of("what", "why", "todo")
			.map((part) -> this.messages.getMessage(failure.key() + "." + part, failure.arguments().toArray(), "",
					locale))
			.filter((sentence) -> sentence != null && !sentence.isEmpty())
			.map((sentence) -> sentence.replace("`", ""))
			.collect(Collectors.joining(" "));
		return failure.details().isEmpty() ? text : text + " (" + failure.details() + ")";
	}

	private String reference(Failure failure, @Nullable Throwable cause, HttpServletRequest request) {
		if (failure.status() < 500) {
			return "";
		}
		byte[] bytes = new byte[REFERENCE_BYTES];
		this.random.nextBytes(bytes);
		String reference = HexFormat.of().formatHex(bytes);
		String place = method(request) + " " + VisibleText.of(uri(request));
		if (failure.temporary()) {
			logger.warn("[{}] {} answered {} {}: {}", reference, place, failure.status(), failure.code(),
					VisibleText.of(String.valueOf(cause)));
		}
		else {
			logger.error("[{}] {} failed", reference, place, cause);
		}
		return reference;
	}

}
