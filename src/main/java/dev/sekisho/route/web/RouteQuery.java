package dev.sekisho.route.web;

import java.util.Locale;

/**
 * Which routes are asked for.
 *
 * @param host a domain of the virtual host; empty for all
 * @param namespace the namespace of the VirtualService; empty for all
 * @param text what path, host, destination or VirtualService contain; empty for all
 * @param state the state, or {@value #WARNINGS}; empty for all
 * @param own whether only routes of namespaces where the reader is an author
 * @param page the page, from 1
 * @param size rows on a page
 */
record RouteQuery(String host, String namespace, String text, String state, boolean own, int page, int size) {

	static final int DEFAULT_SIZE = 50;

	static final int LARGEST_SIZE = 500;

	/** Stands for every route about which there is something to be done. */
	static final String WARNINGS = "warnings";

	RouteQuery {
		host = host.strip().toLowerCase(Locale.ROOT);
		namespace = namespace.strip();
		text = text.strip().toLowerCase(Locale.ROOT);
		state = state.strip();
		page = Math.max(page, 1);
		size = Math.min(Math.max(size, 1), LARGEST_SIZE);
	}

	/**
	 * Whether some routes are left out.
	 * @return {@code true} if anything is asked for beside the page
	 */
	boolean filtered() {
		return this.own
				|| !(this.host.isEmpty() && this.namespace.isEmpty() && this.text.isEmpty() && this.state.isEmpty());
	}

	int from() {
		return (int) Math.min((this.page - 1L) * this.size, Integer.MAX_VALUE);
	}

	/**
	 * The same, on a page that exists.
	 * @param total how many routes there are
	 * @return this query, or the one for the last page
	 */
	RouteQuery within(int total) {
		int last = Math.max(1, (total + this.size - 1) / this.size);
		return (this.page <= last) ? this
				: new RouteQuery(this.host, this.namespace, this.text, this.state, this.own, last, this.size);
	}

}
