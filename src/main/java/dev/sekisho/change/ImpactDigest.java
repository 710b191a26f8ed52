package dev.sekisho.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sekisho.routing.Route;
import dev.sekisho.routing.impact.TrafficImpact;
import dev.sekisho.routing.impact.TrafficImpact.Moved;

/**
 * What a traffic impact comes down to: which answers change, and how. Positions, counts,
 * witnesses and texts are left out, so that unrelated routes don't change it.
 *
 * @param hash the hash of the whole: {@code v1:sha256:...}
 * @param entries one short hash for each moved pair of routes and introduced code
 * @param moved how many pairs of routes requests move between
 * @param introduced how many codes are introduced
 */
public record ImpactDigest(String hash, List<String> entries, int moved, int introduced) {

	private static final int SHORT = 32;

	public ImpactDigest {
		entries = List.copyOf(entries);
	}

	/**
	 * Digests an impact.
	 * @param impact the impact
	 * @param codes the codes of the findings a reviewer has to acknowledge
	 * @return the digest
	 */
	public static ImpactDigest of(TrafficImpact impact, Collection<String> codes) {
		List<List<@Nullable Object>> moved = impact.moved().stream().map(ImpactDigest::tuple).toList();
		Stream<String> reached = impact.introduced().stream().map((problem) -> problem.reach().verdict().name());
		return of(moved, Stream.concat(reached, codes.stream()).toList());
	}

	static ImpactDigest of(Collection<? extends List<@Nullable Object>> tuples, Collection<String> codes) {
		TreeSet<String> moved = tuples.stream()
			.map(ImpactDigest::canonical)
			.collect(Collectors.toCollection(TreeSet::new));
		TreeSet<String> introduced = new TreeSet<>(codes);
		String whole = "{\"introduced\":" + canonical(List.copyOf(introduced)) + ",\"moved\":["
				+ String.join(",", moved) + "]}";
		Stream<String> elements = Stream.concat(moved.stream(),
				introduced.stream().map((code) -> canonical(List.of("introduced", code))));
		List<String> entries = elements.map((element) -> Hashes.hex(element).substring(0, SHORT))
			.sorted()
			.distinct()
			.toList();
		return new ImpactDigest("v1:sha256:" + Hashes.hex(whole), entries, moved.size(), introduced.size());
	}

	/**
	 * Whether everything this impact does lies within another one.
	 * @param approved the entries of the other impact
	 * @return {@code true} if it does
	 */
	public boolean within(Collection<String> approved) {
		return approved.containsAll(this.entries);
	}

	private static String canonical(List<?> value) {
		return new String(CanonicalJson.of(value), StandardCharsets.UTF_8);
	}

	private static List<@Nullable Object> tuple(Moved moved) {
		List<@Nullable Object> tuple = new ArrayList<>();
		tuple.add(moved.virtualHost() + ":" + moved.port());
		tuple.add(route(moved.before()));
		tuple.add(route(moved.after()));
		tuple.add(moved.kind().name());
		return tuple;
	}

	private static @Nullable Map<String, Object> route(@Nullable Route route) {
		if (route == null) {
			return null;
		}
		Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("virtualService", route.virtualService().toString());
		tree.put("content", route.contentHash());
		return tree;
	}

}
