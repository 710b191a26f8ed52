package dev.sekisho.review.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.sekisho.change.ImpactView;
import dev.sekisho.change.ImpactView.GroupKind;
import dev.sekisho.change.ImpactView.Line;
import dev.sekisho.change.ImpactView.Side;

/**
 * Another namespace whose requests a change moves, and how.
 *
 * @param namespace the namespace; empty for those the reader doesn't see
 * @param kind how its requests fare; the worst where several
 * @param count how many classes of requests
 */
record Touched(String namespace, GroupKind kind, int count) {

	/**
	 * The other namespaces that an impact touches.
	 * @param impact the impact
	 * @param own the change's own namespace
	 * @return the namespaces, those that fare worst first
	 */
	static List<Touched> of(ImpactView impact, String own) {
		Map<String, Touched> touched = new LinkedHashMap<>();
		for (ImpactView.Group group : impact.groups()) {
			for (Line line : group.lines()) {
				for (Side side : List.of(line.before(), line.after())) {
					if (!side.none() && !side.namespace().equals(own)) {
						touched.merge(side.namespace(), new Touched(side.namespace(), group.kind(), 1), Touched::plus);
					}
				}
			}
		}
		return new ArrayList<>(touched.values());
	}

	/**
	 * Whether it loses requests that its own routes answer today, or gets some it didn't
	 * ask for.
	 * @return {@code false} if only a catch-all's requests move
	 */
	boolean hurt() {
		return switch (this.kind) {
			case TAKEN_OVER, CAPTURED, FALLS_TO_OTHER -> true;
			default -> false;
		};
	}

	private Touched plus(Touched other) {
		return new Touched(this.namespace, this.kind, this.count + ((this.kind == other.kind) ? 1 : 0));
	}

}
