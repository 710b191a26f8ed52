package dev.sekisho.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A change's status as the resource holds it. While versions of the portal are exchanged,
 * and after going back, it may hold what only another version knows.
 */
public final class StatusTree {

	private static final Set<String> KNOWN = Set.of("phase", "observedGeneration", "conditions", "impact", "findings",
			"applied");

	private StatusTree() {
	}

	/**
	 * Whether the phase is one that this version knows.
	 * @param stored the status as stored; {@code null} if there is none yet
	 * @return {@code false} if only another version can take the change further
	 */
	public static boolean isFamiliar(@Nullable Object stored) {
		Object phase = Trees.at(stored, "phase");
		return phase == null || Phase.of(phase) != null;
	}

	/**
	 * Puts a status in the place of the stored one and keeps what this version doesn't
	 * know: members, conditions, and members of conditions.
	 * @param stored the status as stored; {@code null} if there is none yet
	 * @param status the status as it shall be
	 * @return the status to store
	 */
	public static Map<String, Object> over(@Nullable Object stored, ChangeStatus status) {
		Map<String, Object> before = Trees.map(stored);
		Map<String, Object> merged = new LinkedHashMap<>(before);
		merged.keySet().removeAll(KNOWN);
		merged.putAll(status.tree());
		merged.put("conditions", conditions(Trees.maps(before.get("conditions")), status.conditions()));
		return merged;
	}

	private static List<Map<String, Object>> conditions(List<Map<String, Object>> before, List<Condition> after) {
		List<Map<String, Object>> merged = new ArrayList<>();
		for (Condition condition : after) {
			Map<String, Object> tree = new LinkedHashMap<>();
			before.stream()
				.filter((old) -> condition.type().equals(old.get("type")))
				.findFirst()
				.ifPresent(tree::putAll);
			tree.putAll(condition.tree());
			merged.add(tree);
		}
		return merged;
	}

}
