package dev.sekisho.access;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ClusterException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class RememberedTests {

	private final AtomicInteger asked = new AtomicInteger();

	@Test
	void asksOnceWhileTheAnswerIsYoung() {
		Remembered<Integer> answers = new Remembered<>(Duration.ofMinutes(1));
		assertThat(answers.get("a", this.asked::incrementAndGet)).isEqualTo(1);
		assertThat(answers.get("a", this.asked::incrementAndGet)).isEqualTo(1);
		assertThat(answers.get("b", this.asked::incrementAndGet)).isEqualTo(2);
	}

	@Test
	void asksAgainWhenTheAnswerIsOld() {
		Remembered<Integer> answers = new Remembered<>(Duration.ZERO);
		assertThat(answers.get("a", this.asked::incrementAndGet)).isEqualTo(1);
		assertThat(answers.get("a", this.asked::incrementAndGet)).isEqualTo(2);
	}

	@Test
	void goesOnWithTheLastAnswerWhileNobodyCanBeAskedAndDoesNotAskEachTime() {
		Remembered<Integer> answers = new Remembered<>(Duration.ZERO);
		answers.get("a", () -> 7);
		assertThat(answers.get("a", failing(Reason.UNAVAILABLE))).isEqualTo(7);
		assertThat(answers.get("a", failing(Reason.UNAVAILABLE))).isEqualTo(7);
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void asksNothingElseForAWhileOnceNobodyCouldBeAsked() {
		Remembered<Integer> answers = new Remembered<>(Duration.ZERO);
		answers.get("a", () -> 7);
		answers.get("b", () -> 8);
		assertThat(answers.get("a", failing(Reason.UNAVAILABLE))).isEqualTo(7);
		assertThat(answers.get("b", failing(Reason.UNAVAILABLE))).isEqualTo(8);
		assertThat(this.asked).hasValue(1);
		assertThat(answers.get("c", this.asked::incrementAndGet)).isEqualTo(2);
		assertThat(answers.get("b", this.asked::incrementAndGet)).isEqualTo(3);
	}

	@Test
	void doesNotWaitLongForANewerAnswerAndTakesItOnceItComes() {
		Remembered<Integer> answers = new Remembered<>(Duration.ZERO);
		answers.get("a", () -> 7);
		CompletableFuture<Integer> late = new CompletableFuture<>();
		assertThat(answers.get("a", late::join)).isEqualTo(7);
		assertThat(answers.get("a", this.asked::incrementAndGet)).isEqualTo(7);
		assertThat(this.asked).hasValue(0);
		late.complete(8);
		await().untilAsserted(() -> assertThat(answers.get("a", () -> 8)).isEqualTo(8));
	}

	@Test
	void keepsForgottenWhatIsForgottenWhileItIsAsked() {
		Remembered<Integer> answers = new Remembered<>(Duration.ZERO);
		answers.get("a", () -> 7);
		assertThat(answers.get("a", () -> {
			answers.forget("a");
			return 8;
		})).isEqualTo(8);
		assertThatExceptionOfType(ClusterException.class)
			.isThrownBy(() -> answers.get("a", failing(Reason.UNAVAILABLE)));
	}

	@Test
	void inventsNoAnswer() {
		Remembered<Integer> answers = new Remembered<>(Duration.ZERO);
		assertThatExceptionOfType(ClusterException.class)
			.isThrownBy(() -> answers.get("a", failing(Reason.UNAVAILABLE)));
	}

	@Test
	void forgetsAnAnswerThatIsTakenBack() {
		Remembered<Integer> answers = new Remembered<>(Duration.ZERO);
		answers.get("a", () -> 7);
		assertThatExceptionOfType(ClusterException.class)
			.isThrownBy(() -> answers.get("a", failing(Reason.UNAUTHENTICATED)));
		assertThatExceptionOfType(ClusterException.class)
			.isThrownBy(() -> answers.get("a", failing(Reason.UNAVAILABLE)));
	}

	@Test
	void holdsABoundedNumberOfAnswers() {
		Remembered<Integer> answers = new Remembered<>(Duration.ofMinutes(1));
		for (int question = 0; question < 6_000; question++) {
			answers.get(question, this.asked::incrementAndGet);
		}
		for (int question = 0; question < 6_000; question++) {
			answers.get(question, this.asked::incrementAndGet);
		}
		assertThat(this.asked.get()).isBetween(7_000, 12_000);
	}

	private Supplier<Integer> failing(Reason reason) {
		return () -> {
			this.asked.incrementAndGet();
			throw new ClusterException(reason, "no", List.of(), null, null);
		};
	}

}
