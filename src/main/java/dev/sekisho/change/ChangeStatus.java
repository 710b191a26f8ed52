package dev.sekisho.change;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A change's status: codes and counts only, since the team reads it with kubectl.
 *
 * @param phase where the change stands
 * @param observedGeneration the generation this is about
 * @param conditions Accepted, Reviewed, Applied, Drifted
 * @param impact the traffic impact as last computed, if it was
 * @param findings what the checks found
 * @param applied the object as the API server returned it, once applied
 */
public record ChangeStatus(Phase phase, long observedGeneration, List<Condition> conditions, @Nullable Counts impact,
		List<Found> findings, @Nullable Applied applied) {

	/** Nothing is known yet. */
	public static final ChangeStatus NEW = new ChangeStatus(Phase.PENDING, 0, List.of(), null, List.of(), null);

	public ChangeStatus {
		conditions = List.copyOf(conditions);
		findings = List.copyOf(findings);
	}

	static ChangeStatus parse(@Nullable Object value) {
		Map<String, Object> tree = Trees.map(value);
		Phase phase = Phase.of(tree.get("phase"));
		return new ChangeStatus((phase != null) ? phase : Phase.PENDING, Trees.number(tree.get("observedGeneration")),
				Trees.maps(tree.get("conditions")).stream().map(Condition::parse).toList(),
				Counts.parse(tree.get("impact")), Trees.maps(tree.get("findings")).stream().map(Found::parse).toList(),
				Applied.parse(tree.get("applied")));
	}

	/**
	 * The status as the resource holds it.
	 * @return a JSON tree
	 */
	public Map<String, Object> tree() {
		Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("phase", this.phase.text());
		tree.put("observedGeneration", this.observedGeneration);
		tree.put("conditions", this.conditions.stream().map(Condition::tree).toList());
		if (this.impact != null) {
			tree.put("impact", this.impact.tree());
		}
		tree.put("findings", this.findings.stream().map(Found::tree).toList());
		if (this.applied != null) {
			tree.put("applied", this.applied.tree());
		}
		return tree;
	}

	/**
	 * A condition.
	 * @param type its type
	 * @return the condition, if it was set
	 */
	public Optional<Condition> condition(String type) {
		return this.conditions.stream().filter((condition) -> condition.type().equals(type)).findFirst();
	}

	/**
	 * The status in another phase.
	 * @param next the phase
	 * @return the status
	 * @throws IllegalStateException if the phase may not follow
	 */
	public ChangeStatus to(Phase next) {
		return new ChangeStatus((this.phase == next) ? next : this.phase.to(next), this.observedGeneration,
				this.conditions, this.impact, this.findings, this.applied);
	}

	/**
	 * The status with a condition set; the time of its last transition is kept while its
	 * status stays the same.
	 * @param condition the condition
	 * @return the status
	 */
	public ChangeStatus with(Condition condition) {
		List<Condition> all = new ArrayList<>();
		Condition placed = condition;
		boolean found = false;
		for (Condition old : this.conditions) {
			if (!old.type().equals(condition.type())) {
				all.add(old);
				continue;
			}
			found = true;
			placed = (old.status().equals(condition.status())) ? condition.since(old.lastTransitionTime()) : condition;
			all.add(placed);
		}
		if (!found) {
			all.add(placed);
		}
		return new ChangeStatus(this.phase, this.observedGeneration, all, this.impact, this.findings, this.applied);
	}

	/**
	 * The status with what the checks say.
	 * @param generation the generation they are about
	 * @param counts the impact
	 * @param found the findings
	 * @return the status
	 */
	public ChangeStatus checked(long generation, Counts counts, List<Found> found) {
		return new ChangeStatus(this.phase, generation, this.conditions, counts, found, this.applied);
	}

	/**
	 * The status with what was applied.
	 * @param object what the API server returned
	 * @return the status
	 */
	public ChangeStatus applied(Applied object) {
		return new ChangeStatus(this.phase, this.observedGeneration, this.conditions, this.impact, this.findings,
				object);
	}

	static @Nullable Instant instant(@Nullable Object value) {
		try {
			return Instant.parse(Trees.text(value));
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/**
	 * The size of a traffic impact.
	 *
	 * @param hash its hash
	 * @param moved how many pairs of routes requests move between
	 * @param introduced how many findings it introduces
	 */
	public record Counts(String hash, int moved, int introduced) {

		static @Nullable Counts parse(@Nullable Object value) {
			Map<String, Object> tree = Trees.map(value);
			return tree.isEmpty() ? null : new Counts(Trees.text(tree.get("hash")),
					(int) Trees.number(tree.get("moved")), (int) Trees.number(tree.get("introduced")));
		}

		Map<String, Object> tree() {
			return new LinkedHashMap<>(Map.of("hash", this.hash, "moved", this.moved, "introduced", this.introduced));
		}

	}

	/**
	 * What a check found, without arguments, which may name other teams.
	 *
	 * @param id identifies it, for acknowledging
	 * @param code the check's code
	 * @param severity {@code Blocking}, {@code Warning} or {@code Notice}
	 * @param acknowledge whether a reviewer has to acknowledge it
	 * @param path the field it is about; may be empty
	 */
	public record Found(String id, String code, String severity, boolean acknowledge, String path) {

		static Found parse(Map<String, Object> tree) {
			return new Found(Trees.text(tree.get("id")), Trees.text(tree.get("code")), Trees.text(tree.get("severity")),
					Boolean.TRUE.equals(tree.get("acknowledge")), Trees.text(tree.get("path")));
		}

		Map<String, Object> tree() {
			Map<String, Object> tree = new LinkedHashMap<>();
			tree.put("id", this.id);
			tree.put("code", this.code);
			tree.put("severity", this.severity);
			tree.put("acknowledge", this.acknowledge);
			tree.put("path", this.path);
			return tree;
		}

	}

	/**
	 * The object that was written, as the API server returned it.
	 *
	 * @param uid its uid; of a delete, that of the object that is gone
	 * @param resourceVersion its resourceVersion; empty after a delete
	 * @param generation its generation; 0 after a delete
	 * @param hash its content hash; empty after a delete
	 * @param time when it was written
	 */
	public record Applied(String uid, String resourceVersion, long generation, String hash, Instant time) {

		static @Nullable Applied parse(@Nullable Object value) {
			Map<String, Object> tree = Trees.map(value);
			Instant time = instant(tree.get("time"));
			return (time != null) ? new Applied(Trees.text(tree.get("uid")), Trees.text(tree.get("resourceVersion")),
					Trees.number(tree.get("generation")), Trees.text(tree.get("hash")), time) : null;
		}

		Map<String, Object> tree() {
			Map<String, Object> tree = new LinkedHashMap<>();
			tree.put("uid", this.uid);
			if (!this.hash.isEmpty()) {
				tree.put("resourceVersion", this.resourceVersion);
				tree.put("generation", this.generation);
				tree.put("hash", this.hash);
			}
			tree.put("time", this.time.toString());
			return tree;
		}

	}

}
