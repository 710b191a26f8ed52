package dev.sekisho.chain.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.sekisho.chain.GatewayMap;
import dev.sekisho.web.VisibleText;

/**
 * Which part of a gateway's map is asked for.
 *
 * @param text what names, hosts, paths or destinations must contain; empty for all
 * @param state the state: {@code problems}, or one of a chain; empty for all
 * @param by what the map is grouped by: {@code team} or {@code host}
 * @param group the one group that is shown; empty for all
 * @param page the number of the page, from 1
 */
record MapQuery(String text, String state, String by, String group, int page) {

	private static final List<String> STATES = List.of("problems", "down", "degraded", "unknown", "healthy");

	MapQuery {
		text = text.strip();
		state = STATES.contains(state) ? state : "";
		by = "host".equals(by) ? "host" : "team";
		page = Math.max(1, page);
	}

	static List<String> states() {
		return STATES;
	}

	/**
	 * The groups that a VirtualService is in.
	 * @param entry the VirtualService
	 * @return its team, or its hosts
	 */
	List<String> groups(GatewayMap.Entry entry) {
		List<String> groups = "team".equals(this.by) ? List.of(entry.team())
				: (entry.hosts().isEmpty() ? List.of("–") : entry.hosts());
		return groups.stream().map(VisibleText::of).distinct().toList();
	}

	boolean matches(GatewayMap.Entry entry) {
		return inState(entry) && (this.text.isEmpty() || found(entry));
	}

	private boolean inState(GatewayMap.Entry entry) {
		return this.state.isEmpty() || ("problems".equals(this.state) ? entry.decisive().problem()
				: entry.state().code().equals(this.state));
	}

	private boolean found(GatewayMap.Entry entry) {
		String wanted = this.text.toLowerCase(Locale.ROOT);
		return Stream
			.of(Stream.of(entry.virtualService().toString(), entry.team()), entry.hosts().stream(),
					entry.paths().stream(), entry.destinations().stream())
			.flatMap((texts) -> texts)
			.anyMatch((candidate) -> candidate.toLowerCase(Locale.ROOT).contains(wanted));
	}

}
