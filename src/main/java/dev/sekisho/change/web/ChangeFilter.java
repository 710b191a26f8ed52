package dev.sekisho.change.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteChange;

/**
 * What of the list is shown; stands in the address.
 *
 * @param q text that name, path, VirtualService, author or reason holds; empty for any
 * @param namespace the namespace; empty for any
 * @param author the author; empty for any
 * @param phase the phase; {@code null} for any
 * @param page the page, from 1
 */
record ChangeFilter(String q, String namespace, String author, @Nullable Phase phase, int page) {

	static ChangeFilter of(@Nullable String q, @Nullable String namespace, @Nullable String author,
			@Nullable String phase, @Nullable String page) {
		boolean number = page != null && page.matches("[0-9]{1,6}");
		return new ChangeFilter(text(q), text(namespace), text(author), Phase.of(phase),
				(number && page != null) ? Math.max(1, Integer.parseInt(page)) : 1);
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	/**
	 * Whether a change is of those that are looked for, whatever its phase.
	 * @param change the change
	 * @return {@code true} if it is
	 */
	boolean finds(RouteChange change) {
		return (this.namespace.isEmpty() || this.namespace.equals(change.key().namespace()))
				&& (this.author.isEmpty() || this.author.equals(change.author().username())) && says(change);
	}

	private boolean says(RouteChange change) {
		String all = String.join("\n", change.key().toString(), change.virtualService().toString(), change.path(),
				change.author().username(), change.reason());
		return all.toLowerCase(Locale.ROOT).contains(this.q.toLowerCase(Locale.ROOT));
	}

	/**
	 * The address of the same list in another phase.
	 * @param other the phase; {@code null} for any
	 * @return path and query
	 */
	String in(@Nullable Phase other) {
		return new ChangeFilter(this.q, this.namespace, this.author, other, 1).address();
	}

	/**
	 * The address of this list.
	 * @return path and query
	 */
	String address() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("q", this.q);
		values.put("namespace", this.namespace);
		values.put("author", this.author);
		values.put("phase", (this.phase != null) ? this.phase.text() : "");
		values.put("page", (this.page > 1) ? String.valueOf(this.page) : "");
		values.values().removeIf(String::isEmpty);
		UriComponentsBuilder builder = UriComponentsBuilder.fromPath("/changes");
		values.keySet().forEach((name) -> builder.queryParam(name, "{" + name + "}"));
		return builder.encode().buildAndExpand(values).toUriString();
	}

	/**
	 * Whether anything is filtered.
	 * @return {@code false} if every change is shown
	 */
	boolean filters() {
		return !this.q.isEmpty() || !this.namespace.isEmpty() || !this.author.isEmpty() || this.phase != null;
	}

}
