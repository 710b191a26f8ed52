package dev.sekisho.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * What somebody typed into a form that couldn't be taken, to be sent again by them. It
 * travels in the page that says so, so that it is kept wherever the next request goes.
 *
 * @param action where the form goes, within the application
 * @param fields its fields, without what is secret
 */
public record KeptForm(String action, List<Field> fields) {

	private static final Set<String> LEFT_OUT = Set.of("_csrf", "token");

	public KeptForm {
		fields = List.copyOf(fields);
	}

	/**
	 * The form of a request.
	 * @param request the request, as it came or forwarded
	 * @return the form; empty if the request didn't send one
	 */
	public static Optional<KeptForm> of(HttpServletRequest request) {
		if (!request.getMethod().equals("POST") || !isForm(request.getContentType())) {
			return Optional.empty();
		}
		List<Field> fields = new ArrayList<>();
		request.getParameterMap().forEach((name, values) -> {
			if (!LEFT_OUT.contains(name)) {
				for (String value : values) {
					fields.add(new Field(name, value));
				}
			}
		});
		return Optional.of(new KeptForm(path(request), fields));
	}

	/**
	 * Reads what {@link #encoded()} wrote.
	 * @param action where the form goes
	 * @param encoded its fields
	 * @return the form; empty if it goes elsewhere or can't be read
	 */
	public static Optional<KeptForm> decode(@Nullable String action, @Nullable String encoded) {
		if (action == null || encoded == null || !LocalPath.isOne(action)) {
			return Optional.empty();
		}
		List<Field> fields = new ArrayList<>();
		try {
			for (String pair : encoded.split("&")) {
				int equals = pair.indexOf('=');
				if (equals > 0) {
					fields.add(new Field(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
				}
			}
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		return Optional.of(new KeptForm(action, fields));
	}

	/**
	 * The fields in one text.
	 * @return the fields as a form sends them
	 */
	public String encoded() {
		StringBuilder text = new StringBuilder();
		for (Field field : this.fields) {
			text.append(text.isEmpty() ? "" : "&")
				.append(encode(field.name()))
				.append('=')
				.append(encode(field.value()));
		}
		return text.toString();
	}

	private static String path(HttpServletRequest request) {
		Object path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
		if (path == null) {
			path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		}
		String whole = (path != null) ? path.toString() : request.getRequestURI();
		return whole.substring(request.getContextPath().length());
	}

	private static boolean isForm(@Nullable String contentType) {
		return contentType != null && contentType.toLowerCase().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	/**
	 * A field.
	 *
	 * @param name its name
	 * @param value what was typed
	 */
	public record Field(String name, String value) {

	}

}
