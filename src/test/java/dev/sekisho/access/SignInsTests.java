package dev.sekisho.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.Identity;

import static org.assertj.core.api.Assertions.assertThat;

class SignInsTests {

	private final HandClock clock = new HandClock();

	private final SignIns signIns = new SignIns(new AccessSettings(Duration.ofMinutes(30), Duration.ofHours(8)),
			this.clock);

	@Test
	void givesEachSignInASecretThatNobodyGuesses() {
		String first = this.signIns.begin(caller("alice"));
		String second = this.signIns.begin(caller("alice"));
		assertThat(first).isNotEqualTo(second).matches("[A-Za-z0-9_-]{43}");
		assertThat(this.signIns.find(first)).hasValue(caller("alice"));
		assertThat(this.signIns.find("guessed")).isEmpty();
	}

	@Test
	void endsWhenNotUsedForAWhile() {
		String secret = this.signIns.begin(caller("alice"));
		this.clock.pass(Duration.ofMinutes(29));
		assertThat(this.signIns.find(secret)).isPresent();
		this.clock.pass(Duration.ofMinutes(29));
		assertThat(this.signIns.find(secret)).isPresent();
		this.clock.pass(Duration.ofMinutes(30));
		assertThat(this.signIns.find(secret)).isEmpty();
	}

	@Test
	void endsAfterEightHoursHoweverBusy() {
		String secret = this.signIns.begin(caller("alice"));
		for (int quarter = 1; quarter < 8 * 4; quarter++) {
			this.clock.pass(Duration.ofMinutes(15));
			assertThat(this.signIns.find(secret)).isPresent();
		}
		this.clock.pass(Duration.ofMinutes(15));
		assertThat(this.signIns.find(secret)).isEmpty();
	}

	@Test
	void endsEverywhereForOnePerson() {
		String laptop = this.signIns.begin(caller("alice"));
		String phone = this.signIns.begin(caller("alice"));
		String other = this.signIns.begin(caller("bob"));
		this.signIns.endAll("alice");
		assertThat(this.signIns.find(laptop)).isEmpty();
		assertThat(this.signIns.find(phone)).isEmpty();
		assertThat(this.signIns.find(other)).isPresent();
	}

	@Test
	void keepsTheTokenOutOfTexts() {
		assertThat(caller("alice")).asString().contains("alice").doesNotContain("token-of");
		assertThat(this.signIns).asString().doesNotContain("token-of");
	}

	private static Caller caller(String username) {
		return new Caller(new Identity(username, "", Set.of()), new Credential.Token("token-of-" + username));
	}

	private static final class HandClock extends Clock {

		private Instant now = Instant.parse("2026-02-11T12:00:00Z");

		void pass(Duration time) {
			this.now = this.now.plus(time);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
