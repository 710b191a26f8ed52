package dev.sekisho.web;

import java.util.ArrayList;
import java.util.List;

/**
 * The zones above the chain: neighbouring hops of one zone share its label. Templates
 * know it as {@code zones}.
 */
public class Zones {

	Zones() {
	}

	/**
	 * Joins neighbours.
	 * @param zones the zone of each hop, in order
	 * @return the zones with how many hops each spans
	 */
	public List<Zone> of(List<String> zones) {
		List<Zone> joined = new ArrayList<>();
		for (String zone : zones) {
			Zone last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
			if (last != null && last.text().equals(zone)) {
				joined.set(joined.size() - 1, new Zone(zone, last.span() + 1));
			}
			else {
				joined.add(new Zone(zone, 1));
			}
		}
		return joined;
	}

	/**
	 * A zone.
	 *
	 * @param text its label
	 * @param span how many hops it covers
	 */
	public record Zone(String text, int span) {
	}

}
