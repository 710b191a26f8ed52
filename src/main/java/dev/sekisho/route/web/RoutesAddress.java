package dev.sekisho.route.web;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of routes shows, as the query of its address. Whatever isn't said stands
 * for its default and is left out.
 *
 * @param gateway the shared gateway; empty for the first
 * @param query which routes
 */
record RoutesAddress(String gateway, RouteQuery query) {

	/**
	 * The address of the first page with one thing set.
	 * @param name the parameter
	 * @param value its value; empty to leave it out
	 * @return the query with its question mark
	 */
	public String with(String name, String value) {
		Map<String, String> parameters = parameters();
		parameters.put(name, value);
		return write(parameters);
	}

	/**
	 * The address of this very page.
	 * @return the query with its question mark
	 */
	public String self() {
		return with("page", (this.query.page() > 1) ? String.valueOf(this.query.page()) : "");
	}

	/**
	 * The address without any filter.
	 * @return the query with its question mark
	 */
	public String all() {
		return write(Map.of("gateway", this.gateway));
	}

	/**
	 * The address with one state and no other filter.
	 * @param state the state
	 * @return the query with its question mark
	 */
	public String inState(String state) {
		return write(Map.of("gateway", this.gateway, "state", state));
	}

	/**
	 * The address of the reader's own routes.
	 * @return the query with its question mark
	 */
	public String own() {
		return write(Map.of("gateway", this.gateway, "own", "true"));
	}

	private Map<String, String> parameters() {
		Map<String, String> parameters = new HashMap<>();
		parameters.put("gateway", this.gateway);
		parameters.put("host", this.query.host());
		parameters.put("namespace", this.query.namespace());
		parameters.put("q", this.query.text());
		parameters.put("state", this.query.state());
		parameters.put("own", this.query.own() ? "true" : "");
		boolean usual = this.query.size() == RouteQuery.DEFAULT_SIZE;
		parameters.put("size", usual ? "" : String.valueOf(this.query.size()));
		return parameters;
	}

	private static String write(Map<String, String> parameters) {
		UriComponentsBuilder query = UriComponentsBuilder.newInstance();
		new TreeMap<>(parameters).forEach((name, value) -> {
			if (!value.isEmpty()) {
				query.queryParam(name, "{" + name + "}");
			}
		});
		String written = query.encode().buildAndExpand(parameters).toUriString();
		return written.isEmpty() ? "?" : written;
	}

}
