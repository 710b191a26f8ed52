package dev.sekisho.routing.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers defects. Of each kind only so many as somebody may read, so that a hostile
 * manifest can't fill the memory, nor crowd out one kind by another.
 */
final class Defects {

	private static final int MOST_OF_A_KIND = 100;

	private final List<Defect> defects = new ArrayList<>();

	private final Map<Law, Integer> counts = new EnumMap<>(Law.class);

	void add(Law law, Node node, Object... arguments) {
		List<String> texts = new ArrayList<>();
		for (Object argument : arguments) {
			texts.add(String.valueOf(argument));
		}
		add(new Defect(law, node.path(), texts));
	}

	private void add(Defect defect) {
		if (this.counts.merge(defect.law(), 1, Integer::sum) <= MOST_OF_A_KIND) {
			this.defects.add(defect);
		}
	}

	/**
	 * Gathers what a later layer objects to. It can't read the fields that an earlier one
	 * has refused.
	 * @param later the later layer's defects
	 */
	void addAll(Defects later) {
		Set<String> refused = new HashSet<>();
		this.defects.stream()
			.filter((defect) -> defect.law().effect().refuses())
			.forEach((defect) -> refused.add(defect.path()));
		for (Defect defect : later.defects) {
			if (!isWithin(defect.path(), refused)) {
				add(defect);
			}
		}
	}

	private static boolean isWithin(String path, Set<String> refused) {
		for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
			if (refused.contains(path.substring(0, end))) {
				return true;
			}
		}
		return false;
	}

	List<Defect> found() {
		return List.copyOf(this.defects);
	}

}
