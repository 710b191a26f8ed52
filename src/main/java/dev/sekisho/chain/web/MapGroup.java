package dev.sekisho.chain.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.sekisho.chain.GatewayMap;
import dev.sekisho.chain.HopState;

/**
 * The VirtualServices of a team, or of a host.
 *
 * @param name the team or the host
 * @param entries its VirtualServices, the worst first
 */
record MapGroup(String name, List<GatewayMap.Entry> entries) {

	static final Comparator<GatewayMap.Entry> WORST_FIRST = Comparator.comparing(MapGroup::badness)
		.thenComparing(GatewayMap.Entry::virtualService);

	private static final Comparator<MapGroup> GROUPS = Comparator
		.comparing((MapGroup group) -> -group.count(HopState.DOWN))
		.thenComparing((group) -> -group.count(HopState.DEGRADED))
		.thenComparing(MapGroup::name);

	static List<MapGroup> of(List<GatewayMap.Entry> entries, MapQuery query) {
		Map<String, List<GatewayMap.Entry>> groups = new TreeMap<>();
		entries.forEach((entry) -> query.groups(entry)
			.forEach((group) -> groups.computeIfAbsent(group, (name) -> new ArrayList<>()).add(entry)));
		return groups.entrySet()
			.stream()
			.map((group) -> new MapGroup(group.getKey(), group.getValue().stream().sorted(WORST_FIRST).toList()))
			.sorted(GROUPS)
			.toList();
	}

	long count(HopState state) {
		return this.entries.stream().filter((entry) -> entry.state() == state).count();
	}

	private static int badness(GatewayMap.Entry entry) {
		return -entry.state().ordinal();
	}

}
