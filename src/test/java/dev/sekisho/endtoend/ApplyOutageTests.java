package dev.sekisho.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.sekisho.endtoend.PageReader.Answer;
import dev.sekisho.testing.Fault;
import dev.sekisho.testing.Fault.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The real API server is gone, full or slow between an approval and its write: the page
 * says so, nothing is shown as applied, and it is applied by itself once that is over.
 */
class ApplyOutageTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final Duration AT_ONCE = Duration.ofSeconds(2);

	private static final Reply FULL = new Reply(500, "InternalError", "etcdserver: mvcc: database space exceeded", 0);

	private static final List<String> PAGES = List.of("/routes", "/routes/order", "/gateways/sample-gateway",
			"/changes", "/chains/service-b/faults", "/register");

	private static FaultStage stage;

	private static PageReader bob;

	private static PageReader carol;

	@BeforeAll
	static void start() {
		stage = new FaultStage(Path.of("target", "apply-outages"));
		bob = stage.reader("bob");
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
		stage.awaitLive(bob);
	}

	@ParameterizedTest
	@EnumSource(Outage.class)
	@Tag("long")
	void staysApprovedWhileTheApiServerIsGoneAndIsAppliedByItself(Outage outage) {
		String change = stage.propose();
		long before = generation();
		stage.server().writes(new Fault() {
			@Override
			public @Nullable Reply before(String write, int number) {
				if (!write.contains("/leases")) {
					return null;
				}
				outage.begin(stage.network());
				return Reply.NOTHING;
			}
		});
		stage.approve(change);
		await().atMost(Duration.ofSeconds(70)).untilAsserted(() -> {
			assertThat(bob.get(path(change)).body()).contains("tries again by itself");
			assertThat(bob.get("/routes").body()).contains("data-state=\"stale\"");
		});
		assertThat(stage.phase(change)).isEqualTo("Approved");
		assertThat(generation()).isEqualTo(before);
		stage.heal();
		stage.until(change, "Applied", Duration.ofSeconds(10));
		assertThat(generation()).isEqualTo(before + 1);
	}

	@Test
	void saysThatTheStorageIsFullAndAppliesOnceThereIsRoom() {
		String change = stage.propose();
		long before = generation();
		stage.server().writes(new Fault() {
			@Override
			public Reply before(String write, int number) {
				return FULL;
			}
		});
		stage.approve(change);
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(bob.get(path(change)).body()).contains("database space exceeded"));
		assertThat(stage.phase(change)).isEqualTo("Pending");
		stage.heal();
		stage.until(change, "Applied", SOON);
		assertThat(generation()).isEqualTo(before + 1);
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(bob.get(path(change)).body()).doesNotContain("database space exceeded"));
	}

	@ParameterizedTest
	@EnumSource(Refusal.class)
	void whatPeopleSendIsKeptWhileTheClusterTakesNoWrites(Refusal refusal) {
		String change = stage.propose();
		Answer form = bob.get("/register");
		stage.server().peoplesWrites(refusal);
		Answer sent = bob.post(form, "/register/send", Map.of("mode", "yaml", "reason", "Typed with care", "manifest",
				FaultWorld.manifest("service-b", "typed")));
		assertThat(sent.status()).as(sent.body()).isEqualTo(503);
		assertThat(sent.body()).contains("Typed with care", "/api/v1/service-b/typed", refusal.reply.message());
		Answer page = carol.get("/reviews/service-b/" + change);
		Answer decided = carol.post(page, "/reviews/service-b/" + change,
				Map.of("decision", "reject", "reason", "Written with care"));
		assertThat(decided.status()).as(decided.body()).isEqualTo(503);
		assertThat(decided.body()).contains("Written with care", refusal.reply.message());
		assertThat(stage.reviews(change)).isEmpty();
	}

	@Test
	@Tag("long")
	void pagesAndAppliesAreUnaffectedByCallsThatTakeTwoSeconds() {
		String change = stage.propose();
		long before = generation();
		PAGES.forEach((page) -> assertThat(bob.get(page).status()).as(page).isEqualTo(200));
		stage.server().delay(Duration.ofSeconds(2));
		for (String page : PAGES) {
			Answer answer = bob.get(page);
			assertThat(answer.status()).as(page).isEqualTo(200);
			assertThat(answer.took()).as(page).isLessThan(AT_ONCE);
		}
		stage.approve(change);
		stage.until(change, "Applied", Duration.ofSeconds(60));
		assertThat(generation()).isEqualTo(before + 1);
	}

	private static String path(String change) {
		return "/changes/" + FaultStage.NAMESPACE + "/" + change;
	}

	private static long generation() {
		return stage.virtualService().getMetadata().getGeneration();
	}

	/**
	 * How an API server says that it takes no writes.
	 */
	enum Refusal implements Fault {

		STORAGE_FULL(FULL), TOO_MANY_REQUESTS(new Reply(429, "TooManyRequests", "the server is overloaded", 1));

		private final Reply reply;

		Refusal(Reply reply) {
			this.reply = reply;
		}

		@Override
		public Reply before(String write, int number) {
			return this.reply;
		}

	}

}
