package dev.sekisho.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import dev.sekisho.cluster.ClusterException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * What Sekisho relies on of an API server when it reads, writes and watches. Runs on the
 * sandbox and on a real one, so that the sandbox can't be a world of its own.
 */
abstract class ClusterContract {

	abstract ContractCluster contract();

	@Test
	void aNameIsTakenOnce() {
		GenericKubernetesResource first = configMap("1");
		fails(Reason.ALREADY_EXISTS, "already exists",
				() -> create(Objects.configMap(first.getMetadata().getName(), "2")));
	}

	@Test
	void whatIsCreatedGetsAnIdentity() {
		GenericKubernetesResource created = virtualService();
		assertThat(created.getMetadata().getUid()).isNotEmpty();
		assertThat(created.getMetadata().getResourceVersion()).isNotEmpty();
		assertThat(created.getMetadata().getCreationTimestamp()).isNotEmpty();
		assertThat(created.getMetadata().getGeneration()).isEqualTo(1);
		assertThat(read(ResourceKind.VIRTUAL_SERVICE, created)).hasValueSatisfying(
				(read) -> assertThat(read.getAdditionalProperties()).isEqualTo(created.getAdditionalProperties()));
	}

	@Test
	void onlyWhatWasReadIsReplaced() {
		GenericKubernetesResource seen = configMap("1");
		GenericKubernetesResource first = changed(seen, "2");
		GenericKubernetesResource second = changed(seen, "3");
		admin().replace(ResourceKind.CONFIG_MAP, first, WriteOptions.STORE);
		fails(Reason.CONFLICT, "the object has been modified",
				() -> admin().replace(ResourceKind.CONFIG_MAP, second, WriteOptions.STORE));
		assertThat(read(ResourceKind.CONFIG_MAP, seen)).map(Objects::value).contains("2");
	}

	@Test
	void nothingIsReplacedThatIsGone() {
		GenericKubernetesResource seen = configMap("1");
		delete(seen, seen.getMetadata().getUid(), null, WriteOptions.STORE);
		assertThatThrownBy(() -> admin().replace(ResourceKind.CONFIG_MAP, changed(seen, "2"), WriteOptions.STORE))
			.isInstanceOfSatisfying(ClusterException.class,
					(ex) -> assertThat(ex.reason()).isIn(Reason.NOT_FOUND, Reason.CONFLICT));
	}

	@Test
	void onlyWhatWasSeenIsDeleted() {
		GenericKubernetesResource seen = configMap("1");
		String uid = seen.getMetadata().getUid();
		String version = seen.getMetadata().getResourceVersion();
		admin().replace(ResourceKind.CONFIG_MAP, changed(seen, "2"), WriteOptions.STORE);
		fails(Reason.CONFLICT, "UID in the precondition", () -> delete(seen, "another", null, WriteOptions.STORE));
		fails(Reason.CONFLICT, "ResourceVersion in the precondition",
				() -> delete(seen, uid, version, WriteOptions.STORE));
		assertThat(read(ResourceKind.CONFIG_MAP, seen)).isPresent();
		delete(seen, uid, null, WriteOptions.STORE);
		assertThat(read(ResourceKind.CONFIG_MAP, seen)).isEmpty();
		fails(Reason.NOT_FOUND, "not found", () -> delete(seen, uid, null, WriteOptions.STORE));
	}

	@Test
	void whoWroteIsNotedOnce() {
		GenericKubernetesResource seen = configMap("1");
		GenericKubernetesResource again = admin()
			.replace(ResourceKind.CONFIG_MAP, changed(seen, "2"), WriteOptions.STORE)
			.object();
		assertThat(again.getMetadata().getManagedFields()).singleElement().satisfies((entry) -> {
			assertThat(entry.getManager()).isEqualTo("sekisho");
			assertThat(entry.getOperation()).isEqualTo("Update");
			assertThat(entry.getTime()).isNotEmpty();
		});
	}

	@Test
	void aDryRunStoresNothing() {
		GenericKubernetesResource seen = configMap("1");
		String absent = ContractCluster.unique("absent");
		Written created = admin().create(ResourceKind.CONFIG_MAP, Objects.configMap(absent, "1"), WriteOptions.DRY_RUN);
		assertThat(created.object().getMetadata().getName()).isEqualTo(absent);
		Written replaced = admin().replace(ResourceKind.CONFIG_MAP, changed(seen, "2"), WriteOptions.DRY_RUN);
		assertThat(Objects.value(replaced.object())).isEqualTo("2");
		delete(seen, seen.getMetadata().getUid(), seen.getMetadata().getResourceVersion(), WriteOptions.DRY_RUN);
		assertThat(admin().read(ResourceKind.CONFIG_MAP, new ObjectKey(ContractCluster.TEAM, absent))).isEmpty();
		assertThat(read(ResourceKind.CONFIG_MAP, seen)).hasValueSatisfying((read) -> {
			assertThat(Objects.value(read)).isEqualTo("1");
			assertThat(read.getMetadata().getResourceVersion()).isEqualTo(seen.getMetadata().getResourceVersion());
		});
	}

	@Test
	void aDryRunFindsWhatTheWriteWouldFind() {
		GenericKubernetesResource seen = configMap("1");
		fails(Reason.ALREADY_EXISTS, "already exists", () -> admin().create(ResourceKind.CONFIG_MAP,
				Objects.configMap(seen.getMetadata().getName(), "2"), WriteOptions.DRY_RUN));
		admin().replace(ResourceKind.CONFIG_MAP, changed(seen, "2"), WriteOptions.STORE);
		fails(Reason.CONFLICT, "the object has been modified",
				() -> admin().replace(ResourceKind.CONFIG_MAP, changed(seen, "3"), WriteOptions.DRY_RUN));
	}

	@Test
	void theGenerationCountsChangesOfTheSpec() {
		GenericKubernetesResource created = virtualService();
		created.getMetadata().setLabels(Map.of("a", "b"));
		GenericKubernetesResource labelled = replace(created);
		assertThat(labelled.getMetadata().getGeneration()).isEqualTo(1);
		Objects.spec(labelled).put("hosts", List.of("shop.example.com"));
		GenericKubernetesResource respecified = replace(labelled);
		assertThat(respecified.getMetadata().getGeneration()).isEqualTo(2);
		GenericKubernetesResource again = replace(respecified);
		assertThat(again.getMetadata().getGeneration()).isEqualTo(2);
		assertThat(again.getMetadata().getResourceVersion()).as("a write that changes nothing isn't one")
			.isEqualTo(respecified.getMetadata().getResourceVersion());
	}

	@Test
	void theStatusIsWrittenApart() {
		GenericKubernetesResource created = virtualService();
		created.setAdditionalProperty("status", Map.of("observedGeneration", 7));
		assertThat(replace(created).getAdditionalProperties()).doesNotContainKey("status");
		GenericKubernetesResource read = read(ResourceKind.VIRTUAL_SERVICE, created).orElseThrow();
		read.setAdditionalProperty("status", Map.of("observedGeneration", 7));
		Objects.spec(read).put("hosts", List.of("elsewhere.example.com"));
		GenericKubernetesResource written = admin().replaceStatus(ResourceKind.VIRTUAL_SERVICE, read);
		assertThat(written.<Object>get("status", "observedGeneration")).isIn(7, "7");
		assertThat(written.<Object>get("spec", "hosts")).isEqualTo(List.of("*"));
		assertThat(written.getMetadata().getGeneration()).isEqualTo(1);
		fails(Reason.CONFLICT, "the object has been modified",
				() -> admin().replaceStatus(ResourceKind.VIRTUAL_SERVICE, read));
	}

	@Test
	void aFinalizerKeepsWhatIsDeleted() {
		GenericKubernetesResource kept = Objects.configMap(ContractCluster.unique("kept"), "1");
		kept.getMetadata().setFinalizers(List.of("test.sekisho.dev/keep"));
		GenericKubernetesResource created = create(kept);
		delete(created, created.getMetadata().getUid(), null, WriteOptions.STORE);
		GenericKubernetesResource ending = read(ResourceKind.CONFIG_MAP, created).orElseThrow();
		assertThat(ending.getMetadata().getDeletionTimestamp()).isNotEmpty();
		ending.getMetadata().setFinalizers(List.of());
		admin().replace(ResourceKind.CONFIG_MAP, ending, WriteOptions.STORE);
		assertThat(read(ResourceKind.CONFIG_MAP, created)).isEmpty();
	}

	@Test
	void aNameThatIsNoneIsRefusedWithItsField() {
		assertThatThrownBy(() -> create(Objects.configMap("Not_A_Name", "1")))
			.isInstanceOfSatisfying(ClusterException.class, (ex) -> {
				assertThat(ex.reason()).isEqualTo(Reason.INVALID);
				assertThat(ex.causes()).extracting(ClusterException.Cause::field).containsExactly("metadata.name");
			});
	}

	@Test
	void aNamespaceThatIsNotThereIsNotFound() {
		GenericKubernetesResource object = Objects.configMap("lost", "1");
		object.getMetadata().setNamespace(ContractCluster.unique("absent"));
		fails(Reason.NOT_FOUND, "not found", () -> admin().create(ResourceKind.CONFIG_MAP, object, WriteOptions.STORE));
	}

	@Test
	void listsAreReadWholePageByPage() {
		// more than two pages of three
		List<String> names = IntStream.range(0, 8).mapToObj((index) -> configMap("1").getMetadata().getName()).toList();
		List<GenericKubernetesResource> listed = admin().list(ResourceKind.CONFIG_MAP, ContractCluster.TEAM);
		assertThat(listed).extracting((object) -> object.getMetadata().getName()).containsAll(names);
		assertThat(listed).doesNotHaveDuplicates()
			.allMatch((object) -> "v1".equals(object.getApiVersion()) && "ConfigMap".equals(object.getKind()));
	}

	@Test
	void aWatchThatBeginsTooFarBackIsGone() {
		ApiRequest request = ApiRequest.get("/apis/networking.istio.io/v1/virtualservices")
			.with("watch", "true")
			.with("resourceVersion", "1")
			.with("timeoutSeconds", "5");
		fails(Reason.GONE, "too old resource version", () -> {
			try (WatchStream stream = contract().cluster().wire().transport().open(request)) {
				for (JsonNode event : stream.next(Duration.ofSeconds(5))) {
					throw Failures.of(event.path("object"));
				}
			}
		});
	}

	@Test
	void aWatchBringsEveryChange() {
		WatchCache<Object> hosts = contract().cluster()
			.watch(ResourceKind.VIRTUAL_SERVICE, (object) -> Objects.spec(object).get("hosts"));
		await().atMost(Duration.ofSeconds(10)).until(() -> hosts.snapshot().freshness().live());
		GenericKubernetesResource created = virtualService();
		ObjectKey key = ContractCluster.key(created);
		await().until(() -> hosts.snapshot().find(key).equals(Optional.of(List.of("*"))));
		Objects.spec(created).put("hosts", List.of("shop.example.com"));
		GenericKubernetesResource replaced = replace(created);
		await().until(() -> hosts.snapshot().find(key).equals(Optional.of(List.of("shop.example.com"))));
		admin().delete(ResourceKind.VIRTUAL_SERVICE, key, replaced.getMetadata().getUid(), null, WriteOptions.STORE);
		await().until(() -> hosts.snapshot().find(key).isEmpty());
		assertThat(hosts.snapshot().version()).isGreaterThanOrEqualTo(4);
		assertThat(hosts.snapshot().freshness().live()).isTrue();
	}

	@Test
	void anObjectThatIsTooLargeIsRefusedAsSuch() {
		GenericKubernetesResource large = Objects.virtualService(ContractCluster.unique("large"));
		large.getMetadata().setAnnotations(Map.of());
		Objects.spec(large).put("http", List.of(Map.of("name", "x".repeat(4_000_000))));
		fails(Reason.TOO_LARGE, "", () -> create(ResourceKind.VIRTUAL_SERVICE, large));
	}

	final ApiAccess admin() {
		return contract().as("admin");
	}

	final void fails(Reason reason, String message, ThrowingCallable call) {
		assertThatThrownBy(call).isInstanceOfSatisfying(ClusterException.class, (ex) -> {
			assertThat(ex.reason()).as(ex.getMessage()).isEqualTo(reason);
			assertThat(ex).hasMessageContaining(message);
		});
	}

	private GenericKubernetesResource configMap(String value) {
		return create(Objects.configMap(ContractCluster.unique("map"), value));
	}

	private GenericKubernetesResource create(GenericKubernetesResource configMap) {
		return create(ResourceKind.CONFIG_MAP, configMap);
	}

	private GenericKubernetesResource create(ResourceKind kind, GenericKubernetesResource object) {
		return contract().create("admin", kind, object);
	}

	private GenericKubernetesResource virtualService() {
		return create(ResourceKind.VIRTUAL_SERVICE, Objects.virtualService(ContractCluster.unique("vs")));
	}

	private GenericKubernetesResource replace(GenericKubernetesResource virtualService) {
		return admin().replace(ResourceKind.VIRTUAL_SERVICE, virtualService, WriteOptions.STORE).object();
	}

	private Optional<GenericKubernetesResource> read(ResourceKind kind, GenericKubernetesResource object) {
		return admin().read(kind, ContractCluster.key(object));
	}

	private void delete(GenericKubernetesResource configMap, String uid,
			@org.jspecify.annotations.Nullable String version, WriteOptions options) {
		admin().delete(ResourceKind.CONFIG_MAP, ContractCluster.key(configMap), uid, version, options);
	}

	private static GenericKubernetesResource changed(GenericKubernetesResource configMap, String value) {
		GenericKubernetesResource changed = Objects.configMap(configMap.getMetadata().getName(), value);
		changed.getMetadata().setResourceVersion(configMap.getMetadata().getResourceVersion());
		return changed;
	}

}
