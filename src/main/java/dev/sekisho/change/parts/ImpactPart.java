package dev.sekisho.change.parts;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A traffic impact as pages show it.
 *
 * @param counts the four counts above
 * @param groups the groups that hold something, the worst first
 * @param tone the worst group's tone; empty if nothing moves
 * @param summary the whole in one sentence, for who doesn't see the counts
 */
public record ImpactPart(List<Count> counts, List<Group> groups, String tone, String summary) {

	public ImpactPart {
		counts = List.copyOf(counts);
		groups = List.copyOf(groups);
	}

	/**
	 * A count.
	 *
	 * @param number how many classes of requests
	 * @param text what becomes of them
	 * @param tone {@code bad}, {@code warn}, {@code ok} or empty
	 */
	public record Count(int number, String text, String tone) {

	}

	/**
	 * Classes of requests that fare alike.
	 *
	 * @param tone {@code bad}, {@code warn}, {@code ok} or empty
	 * @param icon the icon's name
	 * @param title what becomes of them
	 * @param explanation why, in one sentence
	 * @param witnesses a request of each class
	 * @param more how many further classes aren't listed
	 */
	public record Group(String tone, String icon, String title, String explanation, List<Witness> witnesses, int more) {

		public Group {
			witnesses = List.copyOf(witnesses);
		}

	}

	/**
	 * A request that shows what becomes of its class.
	 *
	 * @param method its method
	 * @param path its path and query, with the host where that matters
	 * @param before who answers it today
	 * @param after who answers it afterwards; {@code null} if the same does
	 * @param tone the tone of the move
	 * @param reason why
	 * @param why where the answer is explained
	 */
	public record Witness(String method, String path, String before, @Nullable String after, String tone, String reason,
			String why) {

	}

}
