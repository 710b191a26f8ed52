package dev.sekisho.change.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.Culprit;

import static org.assertj.core.api.Assertions.assertThat;

class HeldBackTests {

	private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

	@Test
	void whatIsntWrittenYetIsHeldBackByAFrozenGateway() {
		assertThat(HeldBack.holds(since(NOON), null)).isTrue();
		assertThat(HeldBack.holds(since(null), null)).isTrue();
	}

	@Test
	void whatWasWrittenAfterItFrozeIsHeldBack() {
		assertThat(HeldBack.holds(since(NOON), NOON.plusSeconds(60))).isTrue();
		assertThat(HeldBack.holds(since(NOON), NOON)).isTrue();
	}

	@Test
	void whatWasWrittenBeforeMayBeServed() {
		assertThat(HeldBack.holds(since(NOON), NOON.minusSeconds(60))).isFalse();
		assertThat(HeldBack.holds(since(null), NOON)).isFalse();
	}

	private static Culprit since(@Nullable Instant since) {
		return new Culprit(new ObjectKey("orders", "poison"), since, List.of());
	}

}
