package dev.sekisho.route.web;

import java.util.Locale;

/**
 * Which routes are asked for.
 *
 * @param host a domain of the virtual host; empty for all
 * @param namespace the namespace of the VirtualService; empty for all
 * @param text what path, host, destination or VirtualService contain; empty for all
 * @param state the state; empty for all
 * @param page the page, from 1
 * @param size rows on a page
 */
record RouteQuery(String host, String namespace, String text, String state, int page, int size) {

	static final int DEFAULT_SIZE = 50;

	static final int LARGEST_SIZE = 500;

	RouteQuery {
		host = host.strip().toLowerCase(Locale.ROOT);
		namespace = namespace.strip();
		text = text.strip().toLowerCase(Locale.ROOT);
		page = Math.max(page, 1);
		size = Math.min(Math.max(size, 1), LARGEST_SIZE);
	}

	/**
	 * Whether some routes are left out.
	 * @return {@code true} if anything is asked for beside the page
	 */
	boolean filtered() {
		return !(this.host.isEmpty() && this.namespace.isEmpty() && this.text.isEmpty() && this.state.isEmpty());
	}

	int from() {
		return (int) Math.min((this.page - 1L) * this.size, Integer.MAX_VALUE);
	}

}
