package dev.sekisho.change;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A condition, as Kubernetes' {@code metav1.Condition}.
 *
 * @param type what it is about
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param reason a code
 * @param message the same in words
 * @param lastTransitionTime since when
 */
public record Condition(String type, String status, String reason, String message, Instant lastTransitionTime) {

	/** Whether no check blocks the change. */
	public static final String ACCEPTED = "Accepted";

	/** Whether a valid review decided. */
	public static final String REVIEWED = "Reviewed";

	/** Whether the object was written. */
	public static final String APPLIED = "Applied";

	/** Whether the live object differs from what was written. */
	public static final String DRIFTED = "Drifted";

	static Condition parse(Map<String, Object> tree) {
		Instant time = ChangeStatus.instant(tree.get("lastTransitionTime"));
		return new Condition(Trees.text(tree.get("type")), Trees.text(tree.get("status")),
				Trees.text(tree.get("reason")), Trees.text(tree.get("message")), (time != null) ? time : Instant.EPOCH);
	}

	/**
	 * Whether it holds.
	 * @return {@code true} for {@code True}
	 */
	public boolean holds() {
		return this.status.equals("True");
	}

	Condition since(Instant time) {
		return new Condition(this.type, this.status, this.reason, this.message, time);
	}

	Map<String, Object> tree() {
		Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("type", this.type);
		tree.put("status", this.status);
		tree.put("reason", this.reason);
		tree.put("message", this.message);
		tree.put("lastTransitionTime", this.lastTransitionTime.toString());
		return tree;
	}

}
