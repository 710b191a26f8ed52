package dev.sekisho.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import dev.sekisho.cluster.ObjectKey;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProbeLimitsTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

	private final ProbeLimits limits = new ProbeLimits(Duration.ofSeconds(5), 3, this.now::get);

	@Test
	void letsTheSameRouteBeProbedAgainAfterAPause() {
		this.limits.count(route("a"));
		refuses("a");
		pass(Duration.ofSeconds(4));
		refuses("a");
		pass(Duration.ofSeconds(2));
		assertThatCode(() -> this.limits.count(route("a"))).doesNotThrowAnyException();
	}

	@Test
	void letsSoManyThroughInAMinute() {
		this.limits.count(route("a"));
		this.limits.count(route("b"));
		this.limits.count(route("c"));
		refuses("d");
		pass(Duration.ofSeconds(61));
		assertThatCode(() -> this.limits.count(route("d"))).doesNotThrowAnyException();
	}

	private void pass(Duration time) {
		this.now.updateAndGet((before) -> before.plus(time));
	}

	private void refuses(String name) {
		assertThatExceptionOfType(ProbeRefused.class).isThrownBy(() -> this.limits.count(route(name)))
			.matches((refused) -> refused.reason() == ProbeRefused.Reason.TOO_OFTEN);
	}

	private static ObjectKey route(String name) {
		return new ObjectKey("service-a", name);
	}

}
