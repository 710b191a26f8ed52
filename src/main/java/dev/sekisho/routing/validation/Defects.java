package dev.sekisho.routing.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers defects. Stops at a number that nobody reads to the end, so that a hostile
 * manifest can't fill the memory; whether it is refused is settled by then.
 */
final class Defects {

	private static final int MOST = 1000;

	private final List<Defect> defects = new ArrayList<>();

	void add(Law law, Node node, Object... arguments) {
		if (this.defects.size() < MOST) {
			List<String> texts = new ArrayList<>();
			for (Object argument : arguments) {
				texts.add(String.valueOf(argument));
			}
			this.defects.add(new Defect(law, node.path(), texts));
		}
	}

	int size() {
		return this.defects.size();
	}

	List<Defect> found() {
		return List.copyOf(this.defects);
	}

}
