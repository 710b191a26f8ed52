package dev.sekisho.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.sekisho.cluster.Freshness.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A kind that the portal may not see or that isn't served yet comes alive by itself.
 */
class WatchVisibilityTests {

	@TempDir
	private Path folder;

	private SandboxCluster sandbox;

	@BeforeEach
	void start() {
		this.sandbox = SandboxCluster.start(this.folder);
	}

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void startsBeforeAnythingIsKnown() {
		ConnectedCluster notStarted = new ConnectedCluster(new EndpointAttachment(this.sandbox.endpoint()),
				TestConnections.properties());
		WatchCache<String> cache = notStarted.watch(ResourceKind.SERVICE, WatchVisibilityTests::name);
		assertThat(cache.snapshot().freshness()).isEqualTo(new Freshness(State.STARTING, null, ""));
		assertThat(cache.snapshot().items()).isEmpty();
		notStarted.start();
		await().until(() -> cache.snapshot().freshness().live());
		assertThat(cache.snapshot().items()).isNotEmpty();
		notStarted.close();
	}

	@Test
	void saysThatAKindIsNotServedUntilItIs() {
		WatchCache<String> lanterns = this.sandbox.cluster().watch(Objects.LANTERN, WatchVisibilityTests::name);
		List<State> states = new CopyOnWriteArrayList<>();
		lanterns.onChange((change) -> states.add(lanterns.snapshot().freshness().state()));
		await().until(() -> lanterns.snapshot().freshness().state() == State.NOT_SERVED);
		assertThat(lanterns.snapshot().freshness().problem()).contains("doesn't serve lanterns.any.test.sekisho.dev");
		ApiAccess admin = this.sandbox.as("admin");
		allow("lanterns");
		admin.create(Objects.DEFINITION, Objects.definition(Objects.LANTERN), WriteOptions.STORE);
		await().atMost(Duration.ofSeconds(5)).until(() -> lanterns.snapshot().freshness().live());
		admin.create(Objects.LANTERN, Objects.lantern(Objects.LANTERN, "paper"), WriteOptions.STORE);
		await().until(() -> lanterns.snapshot().items().containsValue("paper"));
		assertThat(states).contains(State.LIVE);
	}

	@Test
	void saysThatAKindIsNotVisibleUntilItIs() {
		WatchCache<String> secrets = this.sandbox.cluster().watch(ResourceKind.CONFIG_MAP, WatchVisibilityTests::name);
		await().until(() -> secrets.snapshot().freshness().state() == State.NOT_VISIBLE);
		assertThat(secrets.snapshot().freshness().asOf()).isNull();
		assertThat(secrets.snapshot().freshness().problem()).contains("cannot list resource \"configmaps\"");
		allow("configmaps");
		await().atMost(Duration.ofSeconds(5)).until(() -> secrets.snapshot().freshness().live());
		assertThat(secrets.snapshot().items()).isNotEmpty();
	}

	@Test
	void readsObjectsOfAnyDepth() {
		ApiAccess admin = this.sandbox.as("admin");
		allow("lanterns");
		admin.create(Objects.DEFINITION, Objects.definition(Objects.LANTERN), WriteOptions.STORE);
		WatchCache<String> lanterns = this.sandbox.cluster().watch(Objects.LANTERN, WatchVisibilityTests::name);
		await().until(() -> lanterns.snapshot().freshness().live());
		admin.create(Objects.LANTERN, Objects.json("""
				{"apiVersion": "any.test.sekisho.dev/v1", "kind": "Lantern", "metadata": {"name": "deep"},
				 "spec": {"a": %s1%s, "%s": 1}}
				""".formatted("[".repeat(900), "]".repeat(900), "k".repeat(100_000))), WriteOptions.STORE);
		admin.create(Objects.LANTERN, Objects.lantern(Objects.LANTERN, "paper"), WriteOptions.STORE);
		await().until(() -> lanterns.snapshot().items().values().containsAll(List.of("deep", "paper")));
		WatchCache<String> listed = this.sandbox.cluster().watch(Objects.LANTERN, WatchVisibilityTests::name);
		await().until(() -> listed.snapshot().items().values().containsAll(List.of("deep", "paper")));
	}

	private void allow(String resource) {
		ApiAccess admin = this.sandbox.as("admin");
		String portal = this.sandbox.cluster().asPortal().whoAmI().username();
		admin.create(Objects.CLUSTER_ROLE, Objects.role("sees", resource), WriteOptions.STORE);
		admin.create(Objects.CLUSTER_ROLE_BINDING, Objects.binding("sees", portal), WriteOptions.STORE);
	}

	private static String name(io.fabric8.kubernetes.api.model.GenericKubernetesResource object) {
		return object.getMetadata().getName();
	}

}
