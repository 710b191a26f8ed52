package dev.sekisho.endtoend;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.sekisho.testing.PortalProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The portal is killed as {@code kill -9} does at a random moment after an approval:
 * whatever it had written by then, the next one brings the change to its end, once.
 * {@code -Dsekisho.live.seed} repeats a run.
 */
class PortalKillTests {

	private static final long SEED = Long.getLong("sekisho.live.seed", System.nanoTime());

	// An apply takes about as long: the kills fall before, into and after it.
	private static final int LATEST_MILLIS = 500;

	private final Random random = new Random(SEED);

	private final Map<String, Integer> moments = new TreeMap<>();

	private Stage stage;

	private Story story;

	@BeforeEach
	void setTheStage() {
		this.stage = Stage.shared();
		this.story = new Story(this.stage);
	}

	@Test
	void anApprovedChangeIsAppliedOnceAlthoughThePortalIsKilled() {
		rounds(5);
	}

	@Test
	@Tag("long")
	void anApprovedChangeIsAppliedOnceHoweverOftenThePortalIsKilled() {
		rounds(20);
	}

	private void rounds(int count) {
		for (int round = 1; round <= count; round++) {
			kill(round);
		}
		System.out.printf("seed %d: %d kills, %s%n", SEED, count, this.moments);
		this.story.remove("alice", "service-a", "killed");
	}

	private void kill(int round) {
		String draft = """
				"route": {"namespace": "service-a", "name": "killed", "hosts": ["*"], "timeout": "%ds",
				 "matches": [{"path": {"type": "exactAndBelow", "value": "/api/v1/service-a"}}],
				 "destinations": [{"service": "service-a", "port": 80}]}""".formatted(round);
		JsonNode preview = this.stage.call("alice", "POST", "/api/v1/previews", "{" + draft + "}", 200);
		String change = this.story.submit("alice", """
				{"reason": "Round %d", %s, "baseline": %s}""".formatted(round, draft, preview.path("baseline")));
		long before = generation();
		PortalProcess portal = this.stage.portal();
		this.story.approve(change);
		CompletableFuture
			.runAsync(portal::kill,
					CompletableFuture.delayedExecutor(this.random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS))
			.join();
		String phase = phase(change);
		this.moments.merge(phase + ((generation() > before) ? ", written" : ", not written"), 1, Integer::sum);
		this.stage.restartPortal();
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(phase(change)).as("seed %d, round %d", SEED, round).isEqualTo("Applied"));
		assertThat(generation()).as("seed %d, round %d", SEED, round).isEqualTo(before + 1);
		GenericKubernetesResource applied = virtualService();
		assertThat(applied).isNotNull();
		assertThat(applied.toString()).contains("timeout=" + round + "s");
	}

	private String phase(String change) {
		String name = change.substring(change.lastIndexOf('/') + 1);
		return this.stage.admin()
			.genericKubernetesResources("sekisho.dev/v1alpha1", "RouteChange")
			.inNamespace("service-a")
			.withName(name)
			.get()
			.get("status", "phase");
	}

	private long generation() {
		GenericKubernetesResource object = virtualService();
		return (object != null) ? object.getMetadata().getGeneration() : 0;
	}

	private @Nullable GenericKubernetesResource virtualService() {
		return this.stage.admin()
			.genericKubernetesResources("networking.istio.io/v1", "VirtualService")
			.inNamespace("service-a")
			.withName("killed")
			.get();
	}

}
