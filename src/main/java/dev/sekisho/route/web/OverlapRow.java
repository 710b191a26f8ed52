package dev.sekisho.route.web;

import java.util.List;

import dev.sekisho.route.ClaimOverlap;

/**
 * Two claims that overlap, as the page shows them.
 *
 * @param host the host that both claim
 * @param sides the wider claim, then the one in it
 */
record OverlapRow(String host, List<Side> sides) {

	static OverlapRow of(ClaimOverlap overlap, Reader reader) {
		return new OverlapRow(overlap.host(),
				List.of(Side.of(overlap.outer(), reader), Side.of(overlap.inner(), reader)));
	}

	/**
	 * One of the two.
	 *
	 * @param claim its number, from 1
	 * @param namespaces those of its namespaces that the reader sees
	 * @param others how many others there are
	 * @param prefix the path prefix
	 */
	record Side(int claim, List<String> namespaces, int others, String prefix) {

		static Side of(ClaimOverlap.Side side, Reader reader) {
			List<String> seen = side.namespaces().stream().filter(reader::sees).toList();
			return new Side(side.claim() + 1, seen, side.namespaces().size() - seen.size(), side.prefix());
		}

	}

}
