package dev.sekisho.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.sekisho.testing.Fault;
import dev.sekisho.testing.Fault.Reply;
import dev.sekisho.testing.RenderedChart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of an open change while the cluster around it goes.
 */
class OpenChangeTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	/** Nothing is applied as long as no lease can be had. */
	private static final Fault NO_LEASE = new Fault() {
		@Override
		public @Nullable Reply before(String write, int number) {
			return write.contains("/leases") ? new Reply(503, "ServiceUnavailable", 0) : null;
		}
	};

	private static FaultStage stage;

	private static PageReader bob;

	@BeforeAll
	static void start() {
		stage = new FaultStage(Path.of("target", "open-changes"));
		bob = stage.reader("bob");
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
		FaultWorld.install(stage.cluster(), FaultStage.NAMESPACE, "faults");
		stage.awaitLive(bob);
	}

	@Test
	void isNotAppliedToAServiceThatIsGone() {
		String change = stage.propose();
		long before = generation();
		stage.server().writes(NO_LEASE);
		stage.approve(change);
		stage.until(change, "Approved", SOON);
		stage.cluster().as("admin").services().inNamespace(FaultStage.NAMESPACE).withName("service-b").delete();
		await().atMost(Duration.ofSeconds(5))
			.untilAsserted(
					() -> assertThat(bob.get("/chains/service-b/faults").body()).contains("Not found in namespace"));
		stage.heal();
		await().atMost(SOON).untilAsserted(() -> assertThat(stage.change(change).toString()).contains("Blocked"));
		assertThat(stage.phase(change)).isEqualTo("Approved");
		assertThat(bob.get("/changes/service-b/" + change).body()).contains("a check blocks it");
		assertThat(generation()).isEqualTo(before);
		FaultWorld.install(stage.cluster(), FaultStage.NAMESPACE, "faults");
		stage.until(change, "Applied", Duration.ofSeconds(40));
	}

	@Test
	void createsNothingInANamespaceThatEnds() {
		FaultWorld.install(stage.cluster(), "payments", "ending");
		RenderedChart.parse("""
				apiVersion: rbac.authorization.k8s.io/v1
				kind: RoleBinding
				metadata: {name: authors, namespace: payments}
				roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: sekisho-author}
				subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: bob}]
				""").forEach(stage.cluster()::apply);
		String change = proposeInPayments();
		stage.server().writes(NO_LEASE);
		stage.approve("payments", change);
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(bob.get("/changes/payments/" + change).body()).contains("Approved",
					"tries again by itself"));
		try (Held held = Held.open("payments")) {
			stage.cluster().as("admin").namespaces().withName("payments").delete();
			await().atMost(SOON)
				.untilAsserted(() -> assertThat(bob.get("/changes/payments/" + change).status()).isEqualTo(404));
			stage.server().writes(Fault.NONE);
			String other = stage.propose();
			stage.approve(other);
			stage.until(other, "Applied", SOON);
			assertThat(held.namespacePhase()).isEqualTo("Terminating");
			assertThat(stage.server().writes()).noneMatch((write) -> write.contains("/namespaces/payments/virtual"));
		}
		await().atMost(SOON).until(() -> stage.cluster().as("admin").namespaces().withName("payments").get() == null);
	}

	private static String proposeInPayments() {
		String draft = """
				"route": {"namespace": "payments", "name": "fresh", "hosts": ["*"],
				 "matches": [{"path": {"type": "exactAndBelow", "value": "/api/v1/payments/fresh"}}],
				 "destinations": [{"service": "payments", "port": 80}]}""";
		await().atMost(SOON)
			.ignoreExceptions()
			.untilAsserted(() -> stage.call("bob", "POST", "/api/v1/previews", "{" + draft + "}", 200));
		return stage
			.call("bob", "POST", "/api/v1/changes",
					"{\"reason\": \"Round\", " + draft + ", \"baseline\": {\"absent\": true}}", 201)
			.path("name")
			.asString();
	}

	private static long generation() {
		return stage.virtualService().getMetadata().getGeneration();
	}

	/**
	 * Something in a namespace that keeps it from ending.
	 */
	private static final class Held implements AutoCloseable {

		private final ConfigMap object;

		private Held(ConfigMap object) {
			this.object = object;
		}

		static Held open(String namespace) {
			return new Held(stage.cluster()
				.as("admin")
				.resource(new ConfigMapBuilder().withNewMetadata()
					.withNamespace(namespace)
					.withName("held")
					.withFinalizers("sekisho.example/held")
					.endMetadata()
					.build())
				.create());
		}

		String namespacePhase() {
			return stage.cluster()
				.as("admin")
				.namespaces()
				.withName(this.object.getMetadata().getNamespace())
				.get()
				.getStatus()
				.getPhase();
		}

		@Override
		public void close() {
			stage.cluster()
				.as("admin")
				.configMaps()
				.inNamespace(this.object.getMetadata().getNamespace())
				.withName(this.object.getMetadata().getName())
				.edit((held) -> {
					held.getMetadata().setFinalizers(List.of());
					return held;
				});
		}

	}

}
