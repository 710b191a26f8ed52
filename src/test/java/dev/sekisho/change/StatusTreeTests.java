package dev.sekisho.change;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.sekisho.change.ChangeStatus.Applied;
import dev.sekisho.change.ChangeStatus.Counts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What another version of the portal wrote into a status is kept.
 */
class StatusTreeTests {

	private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

	private static final ChangeStatus STATUS = ChangeStatus.NEW.checked(1, new Counts("v1:sha256:0", 1, 0), List.of())
		.with(new Condition(Condition.ACCEPTED, "True", "Checked", "", TIME))
		.to(Phase.APPROVED)
		.applied(new Applied("uid", "7", 1, "sha256:0", TIME))
		.to(Phase.APPLIED);

	@Test
	void writesAStatusWhereThereWasNone() {
		assertThat(StatusTree.over(null, STATUS)).isEqualTo(STATUS.tree());
	}

	@Test
	void keepsMembersThatOnlyAnotherVersionKnows() {
		Map<String, Object> stored = new LinkedHashMap<>(Map.of("phase", "Pending", "rollout", Map.of("step", 3)));
		assertThat(StatusTree.over(stored, STATUS)).containsEntry("rollout", Map.of("step", 3))
			.containsEntry("phase", "Applied");
	}

	@Test
	void keepsConditionsAndTheirMembersThatOnlyAnotherVersionKnows() {
		Map<String, Object> foreign = Map.of("type", "RolledOut", "status", "True", "reason", "Done", "message", "",
				"lastTransitionTime", TIME.toString(), "observedGeneration", 2);
		Map<String, Object> stored = Map.of("phase", "Pending", "conditions", List.of(foreign));
		ChangeStatus read = ChangeStatus.parse(stored)
			.with(new Condition(Condition.ACCEPTED, "True", "Checked", "", TIME));
		assertThat(Trees.maps(StatusTree.over(stored, read).get("conditions"))).hasSize(2).first().isEqualTo(foreign);
	}

	@Test
	void dropsWhatThisVersionKnowsAndTheStatusHasNoLonger() {
		Map<String, Object> stored = STATUS.tree();
		assertThat(StatusTree.over(stored, ChangeStatus.NEW)).doesNotContainKeys("impact", "applied");
	}

	@Test
	void knowsWhichPhasesAreItsOwn() {
		assertThat(StatusTree.isFamiliar(null)).isTrue();
		assertThat(StatusTree.isFamiliar(Map.of())).isTrue();
		assertThat(StatusTree.isFamiliar(Map.of("phase", "Stale"))).isTrue();
		assertThat(StatusTree.isFamiliar(Map.of("phase", "RollingOut"))).isFalse();
	}

}
