package dev.sekisho.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import dev.sekisho.route.ClaimOverlap.Side;

/**
 * Every host and path prefix that the claims of a shared gateway give away, and to whom.
 * What one claim gives to several namespaces they share on purpose.
 */
class ClaimPlaces {

	private static final Comparator<ClaimOverlap> ORDER = Comparator.comparing(ClaimOverlap::host)
		.thenComparing((overlap) -> overlap.outer().prefix())
		.thenComparing((overlap) -> overlap.inner().prefix())
		.thenComparing((overlap) -> overlap.outer().claim())
		.thenComparing((overlap) -> overlap.inner().claim());

	// By host and by prefix without a slash at the end: for each claim the namespaces.
	private final Map<String, Map<String, Map<Integer, Set<String>>>> places = new TreeMap<>();

	ClaimPlaces(List<Claim> claims, Collection<String> namespaces, Function<String, Map<String, String>> labels) {
		for (int i = 0; i < claims.size(); i++) {
			add(i, claims.get(i), namespaces, labels);
		}
	}

	private void add(int at, Claim claim, Collection<String> namespaces, Function<String, Map<String, String>> labels) {
		Set<String> holders = new TreeSet<>(claim.namespaces());
		LabelSelector selector = claim.selector();
		if (selector != null) {
			namespaces.stream().filter((one) -> selector.matches(labels.apply(one))).forEach(holders::add);
		}
		for (String holder : holders) {
			for (String prefix : claim.pathPrefixes(holder)) {
				claim.hosts()
					.forEach((host) -> this.places
						.computeIfAbsent(host.toLowerCase(Locale.ROOT), (name) -> new TreeMap<>())
						.computeIfAbsent(trimmed(prefix), (path) -> new TreeMap<>())
						.computeIfAbsent(at, (index) -> new TreeSet<>())
						.add(holder));
			}
		}
	}

	List<ClaimOverlap> overlaps() {
		List<ClaimOverlap> overlaps = new ArrayList<>();
		this.places.forEach((host, prefixes) -> prefixes.forEach((inner, holders) -> {
			for (String outer = inner;; outer = parent(outer)) {
				Map<Integer, Set<String>> above = prefixes.getOrDefault(outer, Map.of());
				pairs(host, outer, above, inner, holders, overlaps);
				if (outer.isEmpty()) {
					break;
				}
			}
		}));
		overlaps.sort(ORDER);
		return overlaps;
	}

	// A draft may hold a prefix that doesn't start with a slash.
	private static String parent(String prefix) {
		return prefix.substring(0, Math.max(prefix.lastIndexOf('/'), 0));
	}

	private static void pairs(String host, String outer, Map<Integer, Set<String>> above, String inner,
			Map<Integer, Set<String>> holders, List<ClaimOverlap> overlaps) {
		above.forEach((one, owners) -> holders.forEach((other, tenants) -> {
			boolean twice = one.equals(other) || (outer.equals(inner) && one > other);
			Set<String> first = others(owners, tenants);
			Set<String> second = others(tenants, owners);
			if (!twice && !first.isEmpty() && !second.isEmpty()) {
				overlaps.add(new ClaimOverlap(host, Side.of(one, first, shown(outer)),
						Side.of(other, second, shown(inner))));
			}
		}));
	}

	// Those for whom the other claim has a namespace that isn't theirs.
	private static Set<String> others(Set<String> owners, Set<String> tenants) {
		Set<String> others = new HashSet<>(owners);
		if (tenants.size() == 1) {
			others.removeAll(tenants);
		}
		return others;
	}

	private static String trimmed(String prefix) {
		return prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
	}

	private static String shown(String prefix) {
		return prefix.isEmpty() ? "/" : prefix;
	}

}
