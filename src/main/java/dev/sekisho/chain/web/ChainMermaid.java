package dev.sekisho.chain.web;

import dev.sekisho.chain.Chain;
import dev.sekisho.web.VisibleText;

/**
 * A chain as a Mermaid flowchart, for wikis and tickets.
 */
final class ChainMermaid {

	private static final String STYLES = """
			  classDef healthy stroke:#1a7f37,stroke-width:2px
			  classDef degraded stroke:#9a6700,stroke-width:2px
			  classDef down stroke:#cf222e,stroke-width:3px
			  classDef unknown stroke:#6e7781,stroke-width:2px
			  classDef planned stroke:#0969da,stroke-width:2px
			""";

	private ChainMermaid() {
	}

	static String of(Chain chain, ChainView view, StateWords words) {
		StringBuilder text = new StringBuilder("%% ").append(VisibleText.of(view.name()))
			.append(", ")
			.append(view.asOf())
			.append("\nflowchart LR\n");
		for (int at = 0; at < view.hops().size(); at++) {
			HopView hop = view.hops().get(at);
			text.append("  h%d[\"%s<br/>%s<br/>%s\"]:::%s%n".formatted(at, quoted(hop.kind()), quoted(hop.name()),
					quoted(words.of(hop.state())), hop.state()));
		}
		ChainGraph.of(chain)
			.edges()
			.forEach((edge) -> text
				.append("  h%d %s h%d%n".formatted(edge.from(), edge.passed() ? "-->" : "-.->", edge.to())));
		return text.append(STYLES).toString();
	}

	// Mermaid reads these as its own.
	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder();
		VisibleText.of(text).codePoints().forEach((point) -> {
			if ("\"#<>&;[](){}|`\\".indexOf(point) >= 0) {
				quoted.append('#').append(point).append(';');
			}
			else {
				quoted.appendCodePoint(point);
			}
		});
		return quoted.toString();
	}

	/**
	 * Names a state in words.
	 */
	@FunctionalInterface
	interface StateWords {

		/**
		 * The word for a state.
		 * @param state the state's code
		 * @return the word
		 */
		String of(String state);

	}

}
