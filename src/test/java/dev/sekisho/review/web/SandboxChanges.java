package dev.sekisho.review.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.awaitility.Awaitility;

import dev.sekisho.change.Baseline;
import dev.sekisho.change.Changes;
import dev.sekisho.change.Draft;
import dev.sekisho.change.Json;
import dev.sekisho.change.Manifest;
import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.Submissions;
import dev.sekisho.change.Yaml;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.SandboxCluster;
import dev.sekisho.cluster.WriteOptions;
import dev.sekisho.route.RouteTables;

/**
 * Makes changes of the sandbox's routes and waits until the portal has seen them.
 */
final class SandboxChanges {

	static final ObjectKey ORDERS = new ObjectKey("orders", "orders-virtual-service");

	static final ObjectKey SERVICE_B = new ObjectKey("service-b", "service-b-virtual-service");

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final SandboxCluster sandbox;

	private final Submissions submissions;

	private final Changes changes;

	private final RouteTables tables;

	SandboxChanges(SandboxCluster sandbox, Submissions submissions, Changes changes, RouteTables tables) {
		this.sandbox = sandbox;
		this.submissions = submissions;
		this.changes = changes;
		this.tables = tables;
	}

	/**
	 * Submits an edit of the orders team's route as alice.
	 * @param seconds the timeout it sets
	 * @return the change
	 */
	RouteChange timeout(int seconds) {
		return submit("alice", ORDERS, (yaml) -> yaml.replaceAll("timeout: \\d+s", "timeout: " + seconds + "s"));
	}

	RouteChange submit(String author, ObjectKey key, UnaryOperator<String> edit) {
		awaitTable();
		GenericKubernetesResource live = this.sandbox.as("admin").read(ResourceKind.VIRTUAL_SERVICE, key).orElseThrow();
		String yaml = edit.apply(Yaml.content(live));
		RouteChange change = this.submissions.submit(ReviewPortal.caller(author),
				Draft.of(Manifest.read(yaml, key.namespace()), ""),
				new Submissions.Request("A reason", "change-" + NUMBER.incrementAndGet(), "", Baseline.of(live), ""))
			.change();
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.until(() -> this.changes.list(ReviewPortal.caller("carol"), Changes.Query.ALL)
				.stream()
				.anyMatch((seen) -> seen.uid().equals(change.uid())));
		return change;
	}

	/**
	 * Edits a live VirtualService past Sekisho, and waits until the route table has it.
	 * @param key the VirtualService
	 * @param edit how
	 */
	void edit(ObjectKey key, UnaryOperator<String> edit) {
		long before = version();
		GenericKubernetesResource live = this.sandbox.as("admin").read(ResourceKind.VIRTUAL_SERVICE, key).orElseThrow();
		Map<String, Object> tree = Json.tree(live);
		tree.put("spec",
				Json.tree(Manifest.read(edit.apply(Yaml.content(live)), key.namespace()).object()).get("spec"));
		this.sandbox.as("admin").replace(ResourceKind.VIRTUAL_SERVICE, Json.object(tree), WriteOptions.STORE);
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> version() > before);
	}

	/**
	 * Ends a change's life as the reconciler does.
	 * @param change the change
	 * @param phase its last phase
	 */
	void close(RouteChange change, Phase phase) {
		Map<String, Object> tree = Json
			.tree(this.sandbox.as("admin").read(ResourceKind.ROUTE_CHANGE, change.key()).orElseThrow());
		tree.put("status", change.status().to(phase).tree());
		this.sandbox.cluster().asPortal().replaceStatus(ResourceKind.ROUTE_CHANGE, Json.object(tree));
	}

	void awaitTable() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.tables.find("sample-gateway").filter((table) -> table.freshness().live()).isPresent());
	}

	private long version() {
		return this.tables.find("sample-gateway").orElseThrow().version();
	}

}
