package dev.sekisho.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.sekisho.testing.Fault;
import dev.sekisho.testing.Fault.Reply;
import dev.sekisho.testing.PortalProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What goes wrong with the portal's own writes to a real API server while a change is
 * applied: it is applied all the same, once, and never shown as applied before.
 */
class ApplyFaultTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static FaultStage stage;

	@BeforeAll
	static void start() {
		stage = new FaultStage(Path.of("target", "apply-faults"));
	}

	@AfterAll
	static void stop() {
		if (stage != null) {
			stage.close();
		}
	}

	@AfterEach
	void heal() {
		stage.server().writes(Fault.NONE);
	}

	@ParameterizedTest
	@EnumSource(Trouble.class)
	void aChangeIsAppliedOnceThoughItsWriteGoesWrong(Trouble trouble) {
		String change = stage.propose();
		long before = generation();
		stage.server().writes(trouble);
		stage.approve(change);
		stage.until(change, "Applied", SOON);
		assertThat(trouble.pause()).isGreaterThanOrEqualTo(Duration.ofSeconds(trouble.reply.retryAfter()));
		assertThat(generation()).isEqualTo(before + 1);
		assertThat(stage.virtualService().toString()).contains("timeout=" + stage.timeout());
	}

	@Test
	void waitsAndSaysSoWhileAWebhookCannotBeCalled() {
		String change = stage.propose();
		long before = generation();
		var webhook = stage.cluster().as("admin").resource(webhook("https://127.0.0.1:1/validate", ""));
		webhook.create();
		try {
			stage.approve(change);
			await().atMost(SOON)
				.untilAsserted(() -> assertThat(String.valueOf(stage.change(change))).contains("WebhookUnavailable"));
			assertThat(stage.phase(change)).isEqualTo("Approved");
			assertThat(generation()).isEqualTo(before);
		}
		finally {
			webhook.delete();
		}
		stage.until(change, "Applied", SOON);
		assertThat(generation()).isEqualTo(before + 1);
	}

	@Test
	void failsWithTheWordsOfAWebhookThatRefuses() {
		String change = stage.propose();
		long before = generation();
		try (RefusingWebhook refusing = new RefusingWebhook("No releases on Fridays")) {
			var webhook = stage.cluster().as("admin").resource(webhook(refusing.url(), refusing.authority()));
			webhook.create();
			try {
				stage.approve(change);
				stage.until(change, "Failed", SOON);
			}
			finally {
				webhook.delete();
			}
		}
		assertThat(stage.change(change).toString()).contains("No releases on Fridays");
		assertThat(generation()).isEqualTo(before);
	}

	@Test
	void appliesThroughAnApiServerThatTakesTwoSecondsForEachWrite() {
		String change = stage.propose();
		long before = generation();
		stage.server().writes(new Fault() {
			@Override
			public @Nullable Reply before(String write, int number) {
				CompletableFuture.runAsync(() -> {
				}, CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS)).join();
				return null;
			}
		});
		stage.approve(change);
		stage.until(change, "Applied", Duration.ofSeconds(40));
		assertThat(generation()).isEqualTo(before + 1);
	}

	@Test
	@Tag("long")
	void theEndIsTheSameWhereverThePortalIsKilled() {
		String whole = stage.propose();
		stage.server().writes(Fault.NONE);
		stage.approve(whole);
		stage.until(whole, "Applied", SOON);
		List<String> recorded = List.copyOf(stage.server().writes());
		assertThat(recorded).anyMatch((write) -> write.startsWith("PUT") && write.endsWith("/virtualservices/faults"));
		for (int position = 1; position <= recorded.size(); position++) {
			killed(position, false);
			killed(position, true);
		}
		System.out.printf("killed before and after each of %s%n", recorded);
	}

	private void killed(int position, boolean after) {
		String change = stage.propose();
		long before = generation();
		PortalProcess portal = stage.portal();
		stage.server().writes(new Fault() {
			@Override
			public @Nullable Reply before(String write, int number) {
				return (!after && number == position) ? kill() : null;
			}

			@Override
			public @Nullable Reply after(String write, int number) {
				return (after && number == position) ? kill() : null;
			}

			private Reply kill() {
				portal.kill();
				return Reply.NOTHING;
			}
		});
		stage.approve(change);
		await().atMost(SOON).until(() -> !portal.isAlive() || stage.phase(change).equals("Applied"));
		portal.kill();
		stage.server().writes(Fault.NONE);
		stage.restart();
		stage.until(change, "Applied", SOON);
		assertThat(generation()).as("killed %s write %d", after ? "after" : "before", position).isEqualTo(before + 1);
	}

	@Test
	@Tag("long")
	void anotherReplicaTakesOverFromOneThatStandsStillInTheMiddle() {
		String change = stage.propose();
		long before = generation();
		PortalProcess first = stage.portal();
		try (PortalProcess second = stage.start("second")) {
			stage.server().writes(new Fault() {
				private boolean done;

				@Override
				public synchronized @Nullable Reply after(String write, int number) {
					if (!this.done && write.startsWith("PUT") && write.contains("/leases/")) {
						this.done = true;
						first.pause();
					}
					return null;
				}
			});
			stage.approve(change);
			stage.until(change, "Applied", Duration.ofSeconds(30));
			await().pollDelay(Duration.ofSeconds(30)).atMost(Duration.ofSeconds(40)).until(second::isAlive);
			first.goOn();
			String next = stage.propose();
			stage.approve(next);
			stage.until(next, "Applied", SOON);
			assertThat(stage.phase(change)).isEqualTo("Applied");
			assertThat(generation()).isEqualTo(before + 2);
		}
		finally {
			first.goOn();
		}
	}

	private static long generation() {
		return stage.virtualService().getMetadata().getGeneration();
	}

	private static ValidatingWebhookConfiguration webhook(String url, String authority) {
		return Serialization.unmarshal(
				"""
						apiVersion: admissionregistration.k8s.io/v1
						kind: ValidatingWebhookConfiguration
						metadata: {name: faults}
						webhooks:
						- name: faults.sekisho.example
						  clientConfig: {url: "%s", caBundle: "%s"}
						  failurePolicy: Fail
						  sideEffects: None
						  timeoutSeconds: 1
						  admissionReviewVersions: [v1]
						  namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: service-b}}
						  rules:
						  - {apiGroups: [networking.istio.io], apiVersions: ["*"], operations: [UPDATE], resources: [virtualservices]}
						"""
					.formatted(url, authority),
				ValidatingWebhookConfiguration.class);
	}

	/**
	 * What becomes of the first write of the VirtualService.
	 */
	enum Trouble implements Fault {

		CONFLICT(new Reply(409, "Conflict", 0), false), BUSY(new Reply(429, "TooManyRequests", 2), false),
		ERROR(new Reply(500, "InternalError", 0), false), TIMEOUT(new Reply(504, "Timeout", 0), false),
		TIMEOUT_AFTER_EFFECT(new Reply(504, "Timeout", 0), true), RESET(Reply.NOTHING, false),
		RESET_AFTER_EFFECT(Reply.NOTHING, true);

		private final List<Instant> writes = new CopyOnWriteArrayList<>();

		private final Reply reply;

		private final boolean late;

		Trouble(Reply reply, boolean late) {
			this.reply = reply;
			this.late = late;
		}

		@Override
		public @Nullable Reply before(String write, int number) {
			return this.late ? null : once(write);
		}

		@Override
		public @Nullable Reply after(String write, int number) {
			return this.late ? once(write) : null;
		}

		private @Nullable Reply once(String write) {
			if (!write.contains("/virtualservices/")) {
				return null;
			}
			this.writes.add(Instant.now());
			return (this.writes.size() == 1) ? this.reply : null;
		}

		/** How long the portal waited between its first write and the next. */
		Duration pause() {
			return (this.writes.size() > 1) ? Duration.between(this.writes.get(0), this.writes.get(1)) : Duration.ZERO;
		}

	}

}
