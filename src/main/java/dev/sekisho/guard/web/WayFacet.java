package dev.sekisho.guard.web;

import java.util.Arrays;
import java.util.List;

import dev.sekisho.guard.ForeignWrite;
import dev.sekisho.guard.Way;

/**
 * A quick filter by way.
 *
 * @param way the way; empty for all
 * @param count how many there are
 * @param current whether it is chosen
 */
record WayFacet(String way, long count, boolean current) {

	static List<WayFacet> of(List<ForeignWrite> all, String chosen) {
		return Arrays.stream(Way.values())
			.map((way) -> new WayFacet(way.value(), all.stream().filter((write) -> write.way() == way).count(),
					way.value().equals(chosen)))
			.filter((facet) -> facet.count() > 0)
			.toList();
	}

	static boolean known(String way) {
		return Arrays.stream(Way.values()).anyMatch((one) -> one.value().equals(way));
	}

}
