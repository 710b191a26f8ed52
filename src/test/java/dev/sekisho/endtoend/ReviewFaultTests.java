package dev.sekisho.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.sekisho.endtoend.PageReader.Answer;
import dev.sekisho.testing.Fault;
import dev.sekisho.testing.Fault.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What goes wrong while a reviewer presses "Approve": nothing typed is lost, it can be
 * pressed again, and there is one review in the end.
 */
class ReviewFaultTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static FaultStage stage;

	private static PageReader carol;

	@BeforeAll
	static void start() {
		stage = new FaultStage(Path.of("target", "review-faults"));
		carol = stage.reader("sre-carol");
	}

	@AfterAll
	static void stop() {
		if (stage != null) {
			stage.close();
		}
	}

	@AfterEach
	void heal() {
		stage.heal();
		stage.awaitLive(carol);
	}

	@ParameterizedTest
	@EnumSource(Outage.class)
	void keepsTheFormWhileTheApiServerIsGone(Outage outage) {
		String change = stage.propose();
		Answer page = carol.get(path(change));
		outage.begin(stage.network());
		Answer first = approve(page, change);
		Answer second = approve(first, change);
		for (Answer answer : List.of(first, second)) {
			assertThat(answer.status()).as(answer.body()).isEqualTo(503);
			assertThat(answer.took()).isLessThan(Duration.ofSeconds(15));
			assertThat(answer.body()).contains("Typed with care", field(page, "impact"), "value=\"approve\"");
		}
		assertThat(stage.reviews(change)).isEmpty();
		stage.heal();
		stage.awaitLive(carol);
		assertThat(approve(second, change).status()).isEqualTo(302);
		stage.until(change, "Applied", SOON);
		assertThat(stage.reviews(change)).hasSize(1);
	}

	@Test
	void pressingAgainIsSafeWhereTheAnswerWasLost() {
		String change = stage.propose();
		Answer page = carol.get(path(change));
		stage.server().peoplesWrites(new Fault() {
			@Override
			public @Nullable Reply after(String write, int number) {
				return Reply.NOTHING;
			}
		});
		Answer lost = approve(page, change);
		assertThat(lost.status()).isEqualTo(503);
		assertThat(lost.body()).contains("Typed with care");
		stage.heal();
		Answer again = approve(lost, change);
		assertThat(again.status()).as(again.body()).isEqualTo(302);
		stage.until(change, "Applied", SOON);
		assertThat(stage.reviews(change)).hasSize(1)
			.allSatisfy((review) -> assertThat(review.toString()).contains("Typed with care"));
	}

	@Test
	void pressedTwiceIsPressedOnce() {
		String change = stage.propose();
		Answer page = carol.get(path(change));
		List<CompletableFuture<Answer>> pressed = Stream.generate(() -> page)
			.limit(2)
			.map((one) -> CompletableFuture.supplyAsync(() -> approve(one, change)))
			.toList();
		assertThat(pressed).allSatisfy((answer) -> {
			assertThat(answer.join().status()).as(answer.join().body()).isEqualTo(302);
			assertThat(answer.join().location()).endsWith("/changes/" + FaultStage.NAMESPACE + "/" + change);
		});
		stage.until(change, "Applied", SOON);
		assertThat(stage.reviews(change)).hasSize(1);
	}

	@Test
	void anotherVerdictOfTheSameReviewerIsNoSecondPress() {
		String change = stage.propose();
		Answer page = carol.get(path(change));
		assertThat(approve(page, change).status()).isEqualTo(302);
		assertThat(carol.post(page, path(change), form(page, "reject")).status()).isEqualTo(409);
		stage.until(change, "Applied", SOON);
		assertThat(stage.reviews(change)).hasSize(1);
	}

	private static Answer approve(Answer page, String change) {
		return carol.post(page, path(change), form(page, "approve"));
	}

	private static Map<String, String> form(Answer page, String decision) {
		return Map.of("decision", decision, "reason", "Typed with care", "impact", field(page, "impact"), "generation",
				field(page, "generation"));
	}

	private static String field(Answer page, String name) {
		return page.body().split("name=\"" + name + "\" value=\"", 2)[1].split("\"", 2)[0];
	}

	private static String path(String change) {
		return "/reviews/" + FaultStage.NAMESPACE + "/" + change;
	}

}
