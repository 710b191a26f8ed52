package dev.sekisho.route;

import java.util.List;
import java.util.Map;

/**
 * A Kubernetes label selector. An empty one selects everything.
 *
 * @param matchLabels labels that must be there with these values
 * @param matchExpressions further conditions, all of which must hold
 */
public record LabelSelector(Map<String, String> matchLabels, List<Requirement> matchExpressions) {

	public LabelSelector {
		matchLabels = Map.copyOf(matchLabels);
		matchExpressions = List.copyOf(matchExpressions);
	}

	/**
	 * Whether the selector chooses an object.
	 * @param labels the object's labels
	 * @return {@code true} if all conditions hold
	 */
	public boolean matches(Map<String, String> labels) {
		return labels.entrySet().containsAll(this.matchLabels.entrySet())
				&& this.matchExpressions.stream().allMatch((requirement) -> requirement.holds(labels));
	}

	/**
	 * One condition on a label.
	 *
	 * @param key the label
	 * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}
	 * @param values the values of {@code In} and {@code NotIn}
	 */
	public record Requirement(String key, String operator, List<String> values) {

		public Requirement {
			values = List.copyOf(values);
		}

		boolean holds(Map<String, String> labels) {
			String value = labels.get(this.key);
			return switch (this.operator) {
				case "In" -> value != null && this.values.contains(value);
				case "NotIn" -> value == null || !this.values.contains(value);
				case "Exists" -> value != null;
				case "DoesNotExist" -> value == null;
				default -> false;
			};
		}

	}

}
