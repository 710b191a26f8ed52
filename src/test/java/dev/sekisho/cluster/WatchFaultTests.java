package dev.sekisho.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.sekisho.cluster.Freshness.State;
import dev.sekisho.testing.FaultyNetwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A watch cache goes on whatever happens to its connection, says so, and is never empty
 * for want of an answer.
 */
class WatchFaultTests {

	@TempDir
	private Path folder;

	private SandboxCluster sandbox;

	private FaultyNetwork network;

	private ConnectedCluster cluster;

	private WatchCache<String> values;

	private final List<Integer> sizes = new CopyOnWriteArrayList<>();

	private final List<CacheChange> changes = new CopyOnWriteArrayList<>();

	@BeforeEach
	void followConfigMaps() throws IOException {
		this.sandbox = SandboxCluster.start(this.folder);
		this.network = FaultyNetwork.proxy();
		this.cluster = TestConnections.open(
				TestConnections.through(new EndpointAttachment(this.sandbox.endpoint()), this.network),
				TestConnections.properties());
		allowThePortalToFollowConfigMaps();
		List.of("a", "b", "c", "d").forEach((name) -> create(name, "1"));
		this.values = this.cluster.watch(ResourceKind.CONFIG_MAP, WatchFaultTests::value);
		this.values.onChange((change) -> {
			this.changes.add(change);
			this.sizes.add(this.values.snapshot().items().size());
		});
		await().until(() -> state() == State.LIVE && value("d").isPresent());
		this.changes.clear();
		this.sizes.clear();
	}

	@AfterEach
	void stop() {
		this.cluster.close();
		this.network.close();
		this.sandbox.close();
	}

	@Test
	void losesNothingWhenConnectionsAreReset() {
		this.network.reset();
		replace("a", "2");
		await().until(() -> value("a").equals(Optional.of("2")));
		assertThat(state()).isEqualTo(State.LIVE);
		assertThat(this.sizes).isNotEmpty().allMatch((size) -> size >= 4);
	}

	@Test
	void saysWithinTwoSecondsThatTheApiServerCannotBeReachedAndKeepsWhatItHas() {
		Instant before = Instant.now();
		this.network.cut();
		await().atMost(Duration.ofSeconds(2)).until(() -> state() == State.BROKEN);
		Freshness freshness = this.values.snapshot().freshness();
		assertThat(freshness.asOf()).isBetween(before.minusSeconds(10), Instant.now());
		assertThat(freshness.problem()).contains("API server can't be reached");
		assertThat(value("a")).contains("1");
		assertThat(this.changes).extracting(CacheChange::key).containsExactly((ObjectKey) null);
	}

	@Test
	void catchesUpByItselfWhenTheApiServerIsBack() {
		long version = this.values.snapshot().version();
		this.network.cut();
		await().until(() -> state() == State.BROKEN);
		replace("a", "2");
		delete("b");
		create("e", "1");
		this.network.heal();
		await().atMost(Duration.ofSeconds(5)).until(() -> state() == State.LIVE && value("e").isPresent());
		assertThat(value("a")).contains("2");
		assertThat(value("b")).isEmpty();
		assertThat(this.values.snapshot().version()).isGreaterThan(version);
		assertThat(this.sizes).allMatch((size) -> size >= 3);
	}

	@Test
	void noticesAConnectionOnWhichNothingComes() {
		this.network.silence();
		replace("a", "2");
		// four seconds of silence are allowed here, then a new connection gets no answer
		await().atMost(Duration.ofSeconds(9)).until(() -> state() == State.BROKEN);
		assertThat(value("a")).contains("1");
		this.network.heal();
		await().atMost(Duration.ofSeconds(8)).until(() -> value("a").equals(Optional.of("2")));
		assertThat(state()).isEqualTo(State.LIVE);
	}

	@Test
	void listsAnewWhenTheApiServerHasForgottenTheEvents() {
		this.network.silence();
		replace("a", "2");
		delete("b");
		this.sandbox.as("admin").create(Objects.DEFINITION, Objects.definition(Objects.LANTERN), WriteOptions.STORE);
		this.sandbox.sandbox().forgetEvents();
		this.network.heal();
		await().atMost(Duration.ofSeconds(5)).until(() -> value("a").equals(Optional.of("2")));
		assertThat(value("b")).isEmpty();
		assertThat(state()).isEqualTo(State.LIVE);
		assertThat(this.changes).extracting(CacheChange::key).containsExactlyInAnyOrder(key("a"), key("b"));
		assertThat(this.sizes).allMatch((size) -> size >= 3);
	}

	@Test
	void staysLiveAcrossTheEndOfAWatch() {
		Instant started = Instant.now();
		// watches end every three to four seconds here
		await().atMost(Duration.ofSeconds(15))
			.until(() -> this.values.snapshot().freshness().asOf().isAfter(started.plusSeconds(7)));
		assertThat(this.changes).isEmpty();
		assertThat(state()).isEqualTo(State.LIVE);
	}

	@Test
	void keepsTheContentWhenTheRightToListIsLost() {
		this.sandbox.as("admin")
			.delete(Objects.CLUSTER_ROLE_BINDING, ObjectKey.of("follows"), uid(Objects.CLUSTER_ROLE_BINDING, "follows"),
					null, WriteOptions.STORE);
		this.network.reset();
		await().until(() -> state() == State.NOT_VISIBLE);
		assertThat(value("a")).contains("1");
		create("e", "1");
		this.sandbox.as("admin")
			.create(Objects.CLUSTER_ROLE_BINDING, Objects.binding("follows", portal()), WriteOptions.STORE);
		await().until(() -> value("e").isPresent());
		assertThat(state()).isEqualTo(State.LIVE);
	}

	@Test
	void setsAnObjectAsideThatItsProjectionCannotRead() {
		create("odd", "poison");
		create("e", "1");
		await().until(() -> value("e").isPresent());
		assertThat(value("odd")).isEmpty();
		assertThat(state()).isEqualTo(State.LIVE);
		replace("odd", "2");
		await().until(() -> value("odd").equals(Optional.of("2")));
		replace("a", "poison");
		await().until(() -> value("a").isEmpty());
		assertThat(state()).isEqualTo(State.LIVE);
	}

	@Test
	void announcesChangesInTheOrderTheyWereMade() {
		for (int i = 2; i < 30; i++) {
			replace((i % 2 == 0) ? "a" : "b", String.valueOf(i));
		}
		await().until(() -> value("b").equals(Optional.of("29")) && value("a").equals(Optional.of("28")));
		await().untilAsserted(() -> assertThat(this.changes).last().isEqualTo(change("b")));
		assertThat(this.changes).contains(change("a")).allMatch((change) -> change.key() != null);
	}

	@Test
	void goesOnWhenAListenerFails() {
		this.values.onChange((change) -> {
			throw new IllegalStateException("a listener's own problem");
		});
		replace("a", "2");
		replace("b", "2");
		await().until(() -> value("b").equals(Optional.of("2")));
		assertThat(state()).isEqualTo(State.LIVE);
	}

	@Test
	void fillsAProjectionThatComesLaterWithoutTouchingTheOthers() {
		long version = this.values.snapshot().version();
		WatchCache<String> names = this.cluster.watch(ResourceKind.CONFIG_MAP,
				(object) -> object.getMetadata().getName());
		await().until(() -> names.snapshot().items().containsValue("a"));
		assertThat(this.values.snapshot().version()).isEqualTo(version);
		replace("a", "2");
		await().until(() -> value("a").equals(Optional.of("2")));
		assertThat(names.snapshot().items().keySet()).isEqualTo(this.values.snapshot().items().keySet());
	}

	@Test
	void dropsManagedFields() {
		WatchCache<Integer> managers = this.cluster.watch(ResourceKind.CONFIG_MAP,
				(object) -> object.getMetadata().getManagedFields().size());
		GenericKubernetesResource managed = Objects.configMap("managed", "1");
		managed.getMetadata().setManagedFields(List.of(new ManagedFieldsEntryBuilder().withManager("kubectl").build()));
		this.sandbox.as("admin").create(ResourceKind.CONFIG_MAP, managed, WriteOptions.STORE);
		await().until(() -> managers.snapshot().find(key("managed")).isPresent());
		assertThat(managers.snapshot().items().values()).containsOnly(0);
	}

	private void allowThePortalToFollowConfigMaps() {
		this.sandbox.as("admin")
			.create(Objects.CLUSTER_ROLE, Objects.role("follows", "configmaps"), WriteOptions.STORE);
		this.sandbox.as("admin")
			.create(Objects.CLUSTER_ROLE_BINDING, Objects.binding("follows", portal()), WriteOptions.STORE);
	}

	private String portal() {
		return this.sandbox.cluster().asPortal().whoAmI().username();
	}

	private static String value(GenericKubernetesResource object) {
		String value = Objects.value(object);
		if ("poison".equals(value)) {
			throw new IllegalArgumentException(value);
		}
		return value;
	}

	private State state() {
		return this.values.snapshot().freshness().state();
	}

	private Optional<String> value(String name) {
		return this.values.snapshot().find(key(name));
	}

	private static ObjectKey key(String name) {
		return new ObjectKey("service-a", name);
	}

	private static CacheChange change(String name) {
		return new CacheChange(ResourceKind.CONFIG_MAP, key(name));
	}

	private void create(String name, String value) {
		this.sandbox.as("admin").create(ResourceKind.CONFIG_MAP, Objects.configMap(name, value), WriteOptions.STORE);
	}

	private void replace(String name, String value) {
		ApiAccess admin = this.sandbox.as("admin");
		GenericKubernetesResource object = Objects.configMap(name, value);
		object.getMetadata()
			.setResourceVersion(
					admin.read(ResourceKind.CONFIG_MAP, key(name)).orElseThrow().getMetadata().getResourceVersion());
		admin.replace(ResourceKind.CONFIG_MAP, object, WriteOptions.STORE);
	}

	private void delete(String name) {
		ApiAccess admin = this.sandbox.as("admin");
		String uid = admin.read(ResourceKind.CONFIG_MAP, key(name)).orElseThrow().getMetadata().getUid();
		admin.delete(ResourceKind.CONFIG_MAP, key(name), uid, null, WriteOptions.STORE);
	}

	private String uid(ResourceKind kind, String name) {
		return this.sandbox.as("admin").read(kind, ObjectKey.of(name)).orElseThrow().getMetadata().getUid();
	}

}
