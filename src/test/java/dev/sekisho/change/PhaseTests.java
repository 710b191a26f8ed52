package dev.sekisho.change;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The life of a change allows what architecture says and nothing else.
 */
class PhaseTests {

	private static final Map<Phase, Set<Phase>> LEGAL = Map.of(Phase.PENDING,
			Set.of(Phase.APPROVED, Phase.REJECTED, Phase.WITHDRAWN, Phase.STALE), Phase.APPROVED,
			Set.of(Phase.APPLIED, Phase.STALE, Phase.FAILED));

	static Stream<Arguments> pairs() {
		return Stream.of(Phase.values())
			.flatMap((from) -> Stream.of(Phase.values()).map((to) -> Arguments.of(from, to)));
	}

	@ParameterizedTest(name = "{0} to {1}")
	@MethodSource("pairs")
	void eachTransitionIsAllowedOrRefused(Phase from, Phase to) {
		if (LEGAL.getOrDefault(from, Set.of()).contains(to)) {
			assertThat(from.to(to)).isEqualTo(to);
		}
		else {
			assertThat(from.mayBecome(to)).isFalse();
			assertThatIllegalStateException().isThrownBy(() -> from.to(to))
				.withMessageContaining(from.text())
				.withMessageContaining(to.text());
		}
	}

	@Test
	void nothingFollowsAClosedPhase() {
		assertThat(Stream.of(Phase.values()).filter(Phase::closed)).containsExactlyInAnyOrder(Phase.APPLIED,
				Phase.REJECTED, Phase.WITHDRAWN, Phase.STALE, Phase.FAILED);
	}

	@Test
	void readsWhatItWrites() {
		assertThat(Stream.of(Phase.values()).map(Phase::text).map(Phase::of)).containsExactly(Phase.values());
		assertThat(Phase.of("Unheard")).isNull();
	}

}
