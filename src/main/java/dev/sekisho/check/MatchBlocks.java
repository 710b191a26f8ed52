package dev.sekisho.check;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The match blocks of a proposal, and the entries that have none.
 */
public final class MatchBlocks {

	private MatchBlocks() {
	}

	/**
	 * What routes are made of: one for each match block, one for each entry without any.
	 * @param examination the examination
	 * @return the blocks; for an entry without any its own place, with nothing in it
	 */
	public static List<Located> of(Examination examination) {
		List<Located> blocks = new ArrayList<>();
		for (Located entry : examination.http()) {
			List<Located> matches = entry.at("match")
				.items()
				.stream()
				.filter((match) -> match.node().isObject())
				.toList();
			if (matches.isEmpty() && entry.at("match").node().isEmpty()) {
				blocks.add(new Located(entry.path(), MissingNode.getInstance()));
			}
			blocks.addAll(matches);
		}
		return blocks;
	}

}
