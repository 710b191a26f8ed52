package dev.sekisho.route.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.HttpRequest;

/**
 * What was typed to be tried.
 *
 * @param gateway the shared gateway; {@code null} for the first
 * @param method the method
 * @param url the URL
 * @param header the headers, as {@code name: value}
 * @param change an open change to compare with, as {@code namespace/name}
 * @param add present if another header field was asked for
 * @param remove the header field that was taken away
 */
record TryForm(@Nullable String gateway, @Nullable String method, @Nullable String url, @Nullable List<String> header,
		@Nullable String change, @Nullable String add, @Nullable Integer remove) {

	private static final int MOST_FIELDS = 20;

	private static final int LONGEST_METHOD = 20;

	public String gatewayName() {
		return orEmpty(this.gateway);
	}

	public String methodName() {
		String name = orEmpty(this.method).strip();
		return (name.isEmpty() || name.length() > LONGEST_METHOD) ? "GET" : name;
	}

	public String address() {
		return orEmpty(this.url);
	}

	public String changeName() {
		return orEmpty(this.change).strip();
	}

	/**
	 * The header fields to show.
	 * @return what was typed, without what was taken away, with an empty one if asked for
	 */
	public List<String> headers() {
		List<String> fields = new ArrayList<>((this.header != null) ? this.header : List.of());
		if (this.remove != null && this.remove >= 0 && this.remove < fields.size()) {
			fields.remove((int) this.remove);
		}
		if (this.add != null && fields.size() < MOST_FIELDS) {
			fields.add("");
		}
		return fields;
	}

	boolean isFilled() {
		return this.url != null && this.add == null && this.remove == null;
	}

	TriedRequest toRequest() {
		List<HttpRequest.Header> lines = new ArrayList<>();
		for (String field : headers()) {
			int colon = field.indexOf(':', 1);
			if (!field.isBlank()) {
				lines.add((colon < 0) ? new HttpRequest.Header(field.strip(), "") : new HttpRequest.Header(
						field.substring(0, colon).strip(), field.substring(colon + 1).strip()));
			}
		}
		return TriedRequest.of(methodName(), address(), lines);
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
