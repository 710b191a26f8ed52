package dev.sekisho.chain;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.sekisho.cluster.ObjectKey;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTests {

	private static final Instant EARLIER = World.AS_OF.minusSeconds(60);

	private static final Instant LATER = World.AS_OF.plusSeconds(60);

	@Test
	void knowsOfARefusalFromIstiodOnly() {
		assertThat(chainOf("gateway-frozen-confirmed").refused()).isTrue();
		assertThat(chainOf("gateway-frozen").refused()).isFalse();
		assertThat(chainOf("gateway-pushes-all-taken").refused()).isFalse();
	}

	private static Chain chainOf(String name) {
		World world = World.read(name);
		return ChainResolver.resolve(world.seen(), world.subject());
	}

	@ParameterizedTest
	@CsvSource({ "healthy, false, NOT_MEASURED, DONE", "gateway-frozen-confirmed, false, FAILED, DONE",
			"gateway-pushes-all-taken, false, DONE, DONE", "gateway-pushes-all-taken, true, WAITING, DONE",
			"endpoints-none, false, NOT_MEASURED, FAILED",
			"endpoints-watch-broken, false, NOT_MEASURED, NOT_MEASURED" })
	void tellsHowFarTheChangeHasCome(String name, boolean writtenLater, Progress.State taken,
			Progress.State endpoints) {
		World world = World.read(name);
		Instant written = writtenLater ? LATER : EARLIER;
		Progress progress = Progress.of(new LastChange(new ObjectKey("service-a", "change"), EARLIER, written),
				ChainResolver.resolve(world.seen(), world.subject()));
		assertThat(progress.steps()).extracting(Progress.Step::code)
			.containsExactly("approved", "written", "taken", "endpoints");
		assertThat(progress.steps()).extracting(Progress.Step::state)
			.isEqualTo(List.of(Progress.State.DONE, Progress.State.DONE, taken, endpoints));
		assertThat(progress.steps().get(1).at()).isEqualTo(written);
	}

}
