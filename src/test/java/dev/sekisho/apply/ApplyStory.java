package dev.sekisho.apply;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.sekisho.access.Caller;
import dev.sekisho.change.Baseline;
import dev.sekisho.change.ChangeRefused;
import dev.sekisho.change.ChangeView;
import dev.sekisho.change.Changes;
import dev.sekisho.change.Condition;
import dev.sekisho.change.Draft;
import dev.sekisho.change.Json;
import dev.sekisho.change.Manifest;
import dev.sekisho.change.Phase;
import dev.sekisho.change.Preview;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.RouteReview.GatewayState;
import dev.sekisho.change.RouteReview.Verdict;
import dev.sekisho.change.Submissions;
import dev.sekisho.change.Yaml;
import dev.sekisho.check.Finding;
import dev.sekisho.cluster.ApiAccess;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.Credential;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.StoryCluster;
import dev.sekisho.cluster.WriteOptions;
import dev.sekisho.review.Reviews;
import dev.sekisho.route.RouteTables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The life of changes on a cluster, through the portal's own client.
 */
abstract class ApplyStory {

	private static final ObjectKey ORDERS = new ObjectKey("orders", "orders-virtual-service");

	private static final ObjectKey PAYMENTS = new ObjectKey("payments", "payments-virtual-service");

	private final AtomicInteger number = new AtomicInteger();

	private StoryCluster cluster;

	private Replica front;

	/**
	 * The cluster as the sandbox begins.
	 * @param folder where its files may go
	 * @return the cluster
	 */
	abstract StoryCluster cluster(Path folder);

	@BeforeEach
	void start(@TempDir Path folder) {
		this.cluster = cluster(folder);
		this.front = Replica.withoutReconciler(this.cluster.connect());
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::live);
	}

	@AfterEach
	void stop() {
		if (this.front != null) {
			this.front.close();
			this.cluster.close();
		}
	}

	@Test
	void saysOnTheSharedGatewayWhetherItCanBeUsed() {
		try (Replica replica = Replica.start(this.cluster.connect())) {
			assertThat(replica.get(GatewayReadiness.class).isRunning()).isTrue();
			awaitReady("True", "Ready");
			ObjectKey gateway = new ObjectKey("istio-ingress", "sample-gateway");
			GenericKubernetesResource object = admin().read(ResourceKind.GATEWAY, gateway).orElseThrow();
			admin().delete(ResourceKind.GATEWAY, gateway, object.getMetadata().getUid(), null, WriteOptions.STORE);
			awaitReady("False", "GatewayMissing");
		}
	}

	@Test
	void saysOnTheSharedGatewayWhereItsClaimsOverlap() {
		try (Replica replica = Replica.start(this.cluster.connect())) {
			assertThat(replica.get(GatewayReadiness.class).isRunning()).isTrue();
			awaitCondition(1, "ClaimsDistinct", "True", "NoOverlap");
			GenericKubernetesResource object = admin().read(ResourceKind.SHARED_GATEWAY, ObjectKey.of("sample-gateway"))
				.orElseThrow();
			List<Object> claims = new ArrayList<>(object.<List<Object>>get("spec", "claims"));
			claims.add(Map.of("namespaces", List.of("payments"), "hosts", List.of("*"), "pathPrefixes",
					List.of("/api/v1/orders/pay")));
			object.<Map<String, Object>>get("spec").put("claims", claims);
			admin().replace(ResourceKind.SHARED_GATEWAY, object, WriteOptions.STORE);
			assertThat(awaitCondition(1, "ClaimsDistinct", "False", "ClaimsOverlap")).extracting("message")
				.asString()
				.contains("On host *, /api/v1/orders/pay of spec.claims[1] overlaps /api/v1/orders of spec.claims[0].");
		}
	}

	private void awaitReady(String status, String reason) {
		awaitCondition(0, "Ready", status, reason);
	}

	private Map<String, Object> awaitCondition(int place, String type, String status, String reason) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> condition(place), (condition) -> type.equals(condition.get("type"))
					&& status.equals(condition.get("status")) && reason.equals(condition.get("reason")));
	}

	private Map<String, Object> condition(int place) {
		GenericKubernetesResource stored = admin().read(ResourceKind.SHARED_GATEWAY, ObjectKey.of("sample-gateway"))
			.orElseThrow();
		List<Map<String, Object>> conditions = stored.get("status", "conditions");
		return (conditions != null && conditions.size() > place) ? conditions.get(place) : Map.of();
	}

	@Test
	void letsABoundedNumberOfChangesWait() {
		ObjectKey key = new ObjectKey("orders", "orders-virtual-service");
		Submissions submissions = this.front.get(Submissions.class);
		Baseline baseline = Baseline.of(virtualService(key));
		for (int i = 0; i < 100; i++) {
			submissions.submit(caller("alice"), Draft.delete(key, ""),
					new Submissions.Request("A reason", "flood-" + i, "", baseline, ""));
		}
		Submissions.Request more = new Submissions.Request("A reason", "flood-more", "", baseline, "");
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThatExceptionOfType(ChangeRefused.class)
				.isThrownBy(() -> submissions.submit(caller("alice"), Draft.delete(key, ""), more))
				.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(ChangeRefused.Reason.TOO_MANY)));
	}

	@Test
	void createsReplacesAndDeletes() {
		try (Replica replica = Replica.start(this.cluster.connect())) {
			assertThat(replica.get(Reconciler.class).isRunning()).isTrue();
			ObjectKey key = new ObjectKey("orders", "orders-extra");
			RouteChange created = submit("alice", Draft.of(Manifest.read("""
					apiVersion: networking.istio.io/v1
					kind: VirtualService
					metadata: {name: orders-extra, namespace: orders}
					spec:
					  hosts: ["*"]
					  gateways: [istio-ingress/sample-gateway]
					  http:
					  - match: [{uri: {exact: /api/v1/orders/extra}}]
					    route: [{destination: {host: orders.orders.svc.cluster.local, port: {number: 80}}}]
					""", "orders"), ""), Baseline.ABSENT);
			approve("carol", created);
			RouteChange applied = await(created, Phase.APPLIED);
			GenericKubernetesResource first = virtualService(key);
			assertThat(first.getMetadata().getAnnotations()).containsEntry(WrittenObject.CHANGE, created.uid());
			assertThat(applied.status().applied().uid()).isEqualTo(first.getMetadata().getUid());
			assertThat(applied.status().applied().resourceVersion())
				.isEqualTo(first.getMetadata().getResourceVersion());
			RouteChange replaced = edit("alice", key, (yaml) -> yaml.replace("/orders/extra", "/orders/more"));
			approve("dan", replaced);
			await(replaced, Phase.APPLIED);
			GenericKubernetesResource second = virtualService(key);
			assertThat(second.getMetadata().getUid()).isEqualTo(first.getMetadata().getUid());
			assertThat(second.getMetadata().getCreationTimestamp())
				.isEqualTo(first.getMetadata().getCreationTimestamp());
			assertThat(second.getMetadata().getGeneration()).isEqualTo(2);
			RouteChange deleted = submit("alice", Draft.delete(key, ""), Baseline.of(second));
			approve("carol", deleted);
			await(deleted, Phase.APPLIED);
			assertThat(admin().read(ResourceKind.VIRTUAL_SERVICE, key)).isEmpty();
		}
	}

	@Test
	void writesNothingOnceTheVirtualServiceChanged() {
		RouteChange change = approved("alice", ORDERS, (yaml) -> yaml.replace("timeout: 10s", "timeout: 11s"));
		past(ORDERS, (yaml) -> yaml.replace("attempts: 2", "attempts: 3"));
		String before = virtualService(ORDERS).getMetadata().getResourceVersion();
		try (Replica replica = Replica.start(this.cluster.connect())) {
			assertThat(await(change, Phase.STALE).status().conditions()).extracting(Condition::reason)
				.contains("BaselineChanged");
			assertThat(replica.get(Reconciler.class).isRunning()).isTrue();
		}
		assertThat(virtualService(ORDERS).getMetadata().getResourceVersion()).isEqualTo(before);
	}

	@Test
	void writesNothingOnceANeighbourWouldBeHit() {
		past(ORDERS, (yaml) -> yaml.replace("prefix: /api/v1/orders/", "exact: /api/v1/orders/all"));
		RouteChange change = approved("alice", ORDERS,
				(yaml) -> yaml.replace("exact: /api/v1/orders/all", "prefix: /api/v1/orders/"));
		past(PAYMENTS, (yaml) -> yaml.replace("exact: /api/v1/payments", "exact: /api/v1/orders/special"));
		try (Replica replica = Replica.start(this.cluster.connect())) {
			assertThat(await(change, Phase.STALE).status().conditions()).extracting(Condition::reason)
				.contains("ImpactChanged");
			assertThat(replica.get(Reconciler.class).isRunning()).isTrue();
		}
		assertThat(Yaml.content(virtualService(ORDERS))).doesNotContain("prefix:");
	}

	@Test
	void aDeleteSparesWhatWasMadeAgain() {
		GenericKubernetesResource old = virtualService(ORDERS);
		RouteChange change = submit("alice", Draft.delete(ORDERS, ""), Baseline.of(old));
		approve("carol", change);
		admin().delete(ResourceKind.VIRTUAL_SERVICE, ORDERS, old.getMetadata().getUid(), null, WriteOptions.STORE);
		Map<String, Object> again = Json.tree(old);
		again.put("metadata", Map.of("name", ORDERS.name(), "namespace", ORDERS.namespace()));
		admin().create(ResourceKind.VIRTUAL_SERVICE, Json.object(again), WriteOptions.STORE);
		try (Replica replica = Replica.start(this.cluster.connect())) {
			await(change, Phase.STALE);
			assertThat(replica.get(Reconciler.class).isRunning()).isTrue();
		}
		assertThat(admin().read(ResourceKind.VIRTUAL_SERVICE, ORDERS)).isPresent();
	}

	@Test
	void findsItsOwnWriteAfterACrash() {
		RouteChange change = approved("alice", ORDERS, (yaml) -> yaml.replace("timeout: 10s", "timeout: 12s"));
		GenericKubernetesResource resource = admin().read(ResourceKind.ROUTE_CHANGE, change.key()).orElseThrow();
		this.cluster.cluster()
			.asPortal()
			.replace(ResourceKind.VIRTUAL_SERVICE,
					WrittenObject.replaced(virtualService(ORDERS), RouteChange.proposed(resource), change.uid()),
					WriteOptions.STORE);
		long generation = virtualService(ORDERS).getMetadata().getGeneration();
		markApproved(change);
		try (Replica replica = Replica.start(this.cluster.connect())) {
			await(change, Phase.APPLIED);
			assertThat(replica.get(Reconciler.class).isRunning()).isTrue();
		}
		assertThat(virtualService(ORDERS).getMetadata().getGeneration()).isEqualTo(generation);
	}

	@Test
	void appliesNothingWithoutThePolicies() {
		ObjectKey binding = ObjectKey.of("sekisho-review-approve");
		GenericKubernetesResource removed = admin().read(ResourceKind.ADMISSION_POLICY_BINDING, binding).orElseThrow();
		RouteChange change = approved("alice", ORDERS, (yaml) -> yaml.replace("timeout: 10s", "timeout: 13s"));
		admin().delete(ResourceKind.ADMISSION_POLICY_BINDING, binding, removed.getMetadata().getUid(), null,
				WriteOptions.STORE);
		long generation = virtualService(ORDERS).getMetadata().getGeneration();
		try (Replica replica = Replica.start(this.cluster.connect())) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.until(() -> read(change).status()
					.condition(Condition.APPLIED)
					.filter((condition) -> condition.reason().equals("PoliciesMissing"))
					.isPresent());
			assertThat(read(change).phase()).isEqualTo(Phase.APPROVED);
			assertThat(virtualService(ORDERS).getMetadata().getGeneration()).isEqualTo(generation);
			putBack(removed);
			await(change, Phase.APPLIED);
			assertThat(replica.get(FoundationPolicies.class).missing()).isEmpty();
		}
		finally {
			if (admin().read(ResourceKind.ADMISSION_POLICY_BINDING, binding).isEmpty()) {
				putBack(removed);
			}
			this.cluster.awaitPolicies();
		}
	}

	@Test
	void aFalseReviewMadeByKubectlAppliesNothing() {
		RouteChange change = edit("alice", ORDERS, (yaml) -> yaml.replace("timeout: 10s", "timeout: 14s"));
		long generation = virtualService(ORDERS).getMetadata().getGeneration();
		assertThatExceptionOfType(ClusterException.class)
			.isThrownBy(() -> review("alice", change, spec(change, change.specHash(), "alice")))
			.satisfies((ex) -> assertThat(ex.reason()).isIn(ClusterException.Reason.DENIED,
					ClusterException.Reason.FORBIDDEN));
		review("carol", change, spec(change, "sha256:" + "0".repeat(64), "carol"));
		try (Replica replica = Replica.start(this.cluster.connect())) {
			assertThat(await(change, Phase.STALE).status().conditions()).extracting(Condition::reason)
				.contains("ReviewCopiesDiffer");
			assertThat(replica.get(Reconciler.class).isRunning()).isTrue();
		}
		assertThat(virtualService(ORDERS).getMetadata().getGeneration()).isEqualTo(generation);
	}

	@Test
	void writesNothingOverWhatAnotherToolKeeps() {
		RouteChange change = approved("alice", ORDERS, (yaml) -> yaml.replace("timeout: 10s", "timeout: 17s"));
		Map<String, Object> tree = Json.tree(virtualService(ORDERS));
		GenericKubernetesResource kept = Json.object(tree);
		kept.getMetadata().setAnnotations(Map.of("argocd.argoproj.io/tracking-id", "orders:VirtualService"));
		admin().replace(ResourceKind.VIRTUAL_SERVICE, kept, WriteOptions.STORE);
		markApproved(change);
		long generation = generation(ORDERS);
		try (Replica replica = Replica.start(this.cluster.connect())) {
			assertThat(await(change, Phase.FAILED).status().conditions()).extracting(Condition::reason)
				.contains("ManagedElsewhere");
			assertThat(replica.get(Reconciler.class).isRunning()).isTrue();
		}
		assertThat(generation(ORDERS)).isEqualTo(generation);
	}

	@Test
	void writesNothingOnceTheServiceIsGone() {
		RouteChange change = approved("alice", ORDERS, (yaml) -> yaml.replace("timeout: 10s", "timeout: 18s"));
		markApproved(change);
		ObjectKey key = new ObjectKey("orders", "orders");
		GenericKubernetesResource service = admin().read(ResourceKind.SERVICE, key).orElseThrow();
		admin().delete(ResourceKind.SERVICE, key, service.getMetadata().getUid(), null, WriteOptions.STORE);
		long generation = generation(ORDERS);
		try (Replica replica = Replica.start(this.cluster.connect())) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.until(() -> read(change).status()
					.condition(Condition.APPLIED)
					.filter((condition) -> !condition.holds())
					.isPresent());
			assertThat(read(change).status().conditions()).extracting(Condition::reason)
				.containsAnyOf("Blocked", "ImpactChanged", "NotAcknowledged");
			assertThat(replica.get(Reconciler.class).isRunning()).isTrue();
		}
		assertThat(generation(ORDERS)).isEqualTo(generation);
		assertThat(admin().read(ResourceKind.SERVICE, key)).isEmpty();
	}

	@Test
	void twoReplicasApplyEachChangeOnce() {
		List<RouteChange> changes = List.of(
				edit("alice", ORDERS, (yaml) -> yaml.replace("timeout: 10s", "timeout: 15s")),
				edit("bob", PAYMENTS, (yaml) -> yaml.replace("name: payments\n", "name: payments-route\n")));
		Map<ObjectKey, Long> before = Map.of(ORDERS, generation(ORDERS), PAYMENTS, generation(PAYMENTS));
		try (Replica one = Replica.start(this.cluster.connect());
				Replica other = Replica.start(this.cluster.connect())) {
			changes.forEach((change) -> approve("carol", change));
			changes.forEach((change) -> await(change, Phase.APPLIED));
			assertThat(one.get(Reconciler.class).isRunning() && other.get(Reconciler.class).isRunning()).isTrue();
		}
		before.forEach((key, generation) -> assertThat(generation(key)).isEqualTo(generation + 1));
	}

	@Test
	void twoApprovedChangesCannotSlipPastEachOther() {
		past(ORDERS, (yaml) -> yaml.replace("prefix: /api/v1/orders/", "exact: /api/v1/orders/all"));
		allowPaymentsOnOrders();
		RouteChange wide = approved("alice", ORDERS,
				(yaml) -> yaml.replace("exact: /api/v1/orders/all", "prefix: /api/v1/orders/"));
		RouteChange special = approved("bob", PAYMENTS,
				(yaml) -> yaml.replace("exact: /api/v1/payments", "exact: /api/v1/orders/special"));
		try (Replica one = Replica.start(this.cluster.connect());
				Replica other = Replica.start(this.cluster.connect())) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(40))
				.until(() -> read(wide).phase().closed() && read(special).phase().closed());
			assertThat(one.get(Reconciler.class).isRunning() && other.get(Reconciler.class).isRunning()).isTrue();
		}
		RouteChange first = read(wide);
		RouteChange second = read(special);
		assertThat(List.of(first.phase(), second.phase())).contains(Phase.APPLIED);
		if (first.phase() == Phase.APPLIED && second.phase() == Phase.APPLIED) {
			assertThat(Long.parseLong(first.status().applied().resourceVersion()))
				.as("the wide route came first, so nothing was taken from payments")
				.isLessThan(Long.parseLong(second.status().applied().resourceVersion()));
		}
	}

	@Test
	void saysWhoChangedTheVirtualServiceAfterwards() {
		try (Replica replica = Replica.start(this.cluster.connect())) {
			RouteChange change = approved("alice", ORDERS, (yaml) -> yaml.replace("timeout: 10s", "timeout: 16s"));
			await(change, Phase.APPLIED);
			past(ORDERS, (yaml) -> yaml.replace("attempts: 2", "attempts: 5"));
			Awaitility.await()
				.atMost(Duration.ofSeconds(5))
				.until(() -> read(change).status().condition(Condition.DRIFTED).filter(Condition::holds).isPresent());
			assertThat(replica.get(Drifts.class).drift(ORDERS)).isPresent();
			past(ORDERS, (yaml) -> yaml.replace("attempts: 5", "attempts: 2"));
			Awaitility.await()
				.atMost(Duration.ofSeconds(5))
				.until(() -> replica.get(Drifts.class).drift(ORDERS).isEmpty());
		}
	}

	private void putBack(GenericKubernetesResource removed) {
		Map<String, Object> again = Json.tree(removed);
		again.put("metadata",
				Map.of("name", removed.getMetadata().getName(), "labels", removed.getMetadata().getLabels()));
		admin().create(ResourceKind.ADMISSION_POLICY_BINDING, Json.object(again), WriteOptions.STORE);
	}

	private RouteChange approved(String author, ObjectKey key, UnaryOperator<String> edit) {
		RouteChange change = edit(author, key, edit);
		approve("carol", change);
		return change;
	}

	private RouteChange edit(String author, ObjectKey key, UnaryOperator<String> edit) {
		GenericKubernetesResource live = virtualService(key);
		String yaml = Yaml.content(live);
		assertThat(edit.apply(yaml)).isNotEqualTo(yaml);
		return submit(author, Draft.of(Manifest.read(edit.apply(yaml), key.namespace()), ""), Baseline.of(live));
	}

	private RouteChange submit(String author, Draft draft, Baseline baseline) {
		return this.front.get(Submissions.class)
			.submit(caller(author), draft,
					new Submissions.Request("A reason", "change-" + this.number.incrementAndGet(), "", baseline, ""))
			.change();
	}

	private void approve(String reviewer, RouteChange change) {
		ChangeView view = this.front.get(Changes.class).open(caller(reviewer), change.key());
		Preview preview = view.preview();
		Set<String> acknowledged = preview.verdict()
			.findings()
			.stream()
			.filter(Finding::acknowledge)
			.map(Finding::id)
			.collect(Collectors.toSet());
		this.front.get(Reviews.class)
			.decide(caller(reviewer), change.key(),
					new Reviews.Decision(Verdict.APPROVED, "", preview.digest().hash(), acknowledged, 0));
	}

	private void review(String as, RouteChange change, RouteReview.Spec spec) {
		this.cluster.as(as).create(ResourceKind.ROUTE_REVIEW, RouteReview.resource(change, spec), WriteOptions.STORE);
	}

	private RouteReview.Spec spec(RouteChange change, String specHash, String reviewer) {
		return new RouteReview.Spec(change.key().name(), change.uid(), specHash, change.author().username(),
				new GatewayState("sample-gateway", "any", 1), Verdict.APPROVED, "v1:sha256:" + "1".repeat(64),
				List.of(), List.of(), "", new RouteChange.Person(this.cluster.username(reviewer), ""));
	}

	private void markApproved(RouteChange change) {
		GenericKubernetesResource resource = admin().read(ResourceKind.ROUTE_CHANGE, change.key()).orElseThrow();
		Map<String, Object> tree = Json.tree(resource);
		tree.put("status", RouteChange.of(resource).status().to(Phase.APPROVED).tree());
		this.cluster.cluster().asPortal().replaceStatus(ResourceKind.ROUTE_CHANGE, Json.object(tree));
	}

	@SuppressWarnings("unchecked")
	private void allowPaymentsOnOrders() {
		GenericKubernetesResource gateway = admin().read(ResourceKind.SHARED_GATEWAY, ObjectKey.of("sample-gateway"))
			.orElseThrow();
		Map<String, Object> tree = Json.tree(gateway);
		((Map<String, Object>) tree.get("spec")).put("claims", List.of(Map.of("namespaces",
				List.of("orders", "payments"), "hosts", List.of("*"), "pathPrefixes", List.of("/api/v1"))));
		long generation = admin().replace(ResourceKind.SHARED_GATEWAY, Json.object(tree), WriteOptions.STORE)
			.object()
			.getMetadata()
			.getGeneration();
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.until(() -> this.front.get(RouteTables.class)
				.find("sample-gateway")
				.filter((table) -> table.gateway().generation() == generation)
				.isPresent());
	}

	private void past(ObjectKey key, UnaryOperator<String> edit) {
		long before = version();
		GenericKubernetesResource live = virtualService(key);
		Map<String, Object> tree = Json.tree(live);
		String yaml = Yaml.content(live);
		assertThat(edit.apply(yaml)).isNotEqualTo(yaml);
		tree.put("spec", Json.tree(Manifest.read(edit.apply(yaml), key.namespace()).object()).get("spec"));
		admin().replace(ResourceKind.VIRTUAL_SERVICE, Json.object(tree), WriteOptions.STORE);
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> version() > before);
	}

	private RouteChange await(RouteChange change, Phase phase) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> read(change), (now) -> now.phase() == phase || now.phase().closed());
		RouteChange now = read(change);
		assertThat(now.phase()).as(now.status().toString()).isEqualTo(phase);
		return now;
	}

	private RouteChange read(RouteChange change) {
		return RouteChange.of(admin().read(ResourceKind.ROUTE_CHANGE, change.key()).orElseThrow());
	}

	private GenericKubernetesResource virtualService(ObjectKey key) {
		return admin().read(ResourceKind.VIRTUAL_SERVICE, key).orElseThrow();
	}

	private long generation(ObjectKey key) {
		return virtualService(key).getMetadata().getGeneration();
	}

	private ApiAccess admin() {
		return this.cluster.as("admin");
	}

	private Caller caller(String name) {
		return new Caller(this.cluster.as(name).whoAmI(), new Credential.Token(this.cluster.token(name)));
	}

	private boolean live() {
		return this.front.get(RouteTables.class)
			.find("sample-gateway")
			.filter((table) -> table.freshness().live())
			.isPresent();
	}

	private long version() {
		return this.front.get(RouteTables.class).find("sample-gateway").orElseThrow().version();
	}

}
