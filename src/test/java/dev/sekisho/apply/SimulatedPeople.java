package dev.sekisho.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.apply.SimulatedStore.Writer;
import dev.sekisho.change.ChangeStatus.Found;
import dev.sekisho.change.Hashes;
import dev.sekisho.change.Json;
import dev.sekisho.change.Phase;
import dev.sekisho.change.RouteChange;
import dev.sekisho.change.RouteChange.Person;
import dev.sekisho.change.RouteReview;
import dev.sekisho.change.RouteReview.GatewayState;
import dev.sekisho.change.RouteReview.Verdict;
import dev.sekisho.check.Stage;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.route.LiveTable;

/**
 * Everybody who isn't the portal: authors, reviewers who judge by what a replica shows
 * them, people who write reviews past the portal, and people with kubectl.
 */
final class SimulatedPeople {

	static final String GATEWAY = "sample-gateway";

	private static final List<String> TEAMS = List.of("team-a", "team-b", "team-c");

	private static final List<String> PATHS = List.of("/s/x", "/s/y", "/s/x/deep");

	private static final List<String> REVIEWERS = List.of("carol", "dan");

	private final Random random;

	private final SimulatedStore store;

	private int changes;

	SimulatedPeople(Random random, SimulatedStore store) {
		this.random = random;
		this.store = store;
	}

	/** Somebody proposes something, on what is live. */
	@Nullable String propose() {
		String team = one(TEAMS);
		boolean second = this.random.nextInt(4) == 0;
		ObjectKey key = new ObjectKey(team, second ? "more" : "routes");
		GenericKubernetesResource live = this.store.find(ResourceKind.VIRTUAL_SERVICE, key);
		boolean delete = live != null && this.random.nextInt(6) == 0;
		Map<String, Object> spec = new LinkedHashMap<>();
		spec.put("action", delete ? "Delete" : (live != null) ? "Replace" : "Create");
		spec.put("sharedGateway", GATEWAY);
		spec.put("virtualService",
				delete ? Map.of("metadata", Map.of("name", key.name())) : Map.of("apiVersion", "networking.istio.io/v1",
						"kind", "VirtualService", "metadata", Map.of("name", key.name()), "spec", routes(team)));
		spec.put("baseline",
				(live != null) ? Map.of("uid", live.getMetadata().getUid(), "hash", Hashes.ofVirtualService(live))
						: Map.of("absent", true));
		spec.put("reason", "A reason");
		spec.put("author", Map.of("username", "author-" + team, "uid", ""));
		return attempt(() -> {
			this.store.create(ResourceKind.ROUTE_CHANGE,
					Json.object(Map.of("apiVersion", "sekisho.dev/v1alpha1", "kind", "RouteChange", "metadata",
							Map.of("namespace", team, "name", "change-" + ++this.changes), "spec", spec)),
					Writer.of("author-" + team));
			return spec.get("action") + " " + key + " as change-" + this.changes;
		});
	}

	/** A reviewer decides on what a replica shows. */
	@Nullable String review(SimulatedReplica replica) {
		RouteChange change = waiting();
		LiveTable table = replica.tables().find(GATEWAY).orElse(null);
		if (change == null || table == null || !table.freshness().live()) {
			return null;
		}
		GenericKubernetesResource resource = this.store.find(ResourceKind.ROUTE_CHANGE, change.key());
		GenericKubernetesResource live = this.store.find(ResourceKind.VIRTUAL_SERVICE, change.virtualService());
		if (!change.baseline().holds(live)) {
			return null;
		}
		Assessment seen = replica.assessor().assess(change, RouteChange.proposed(resource), live, table, Stage.SUBMIT);
		if (seen.blocked()) {
			return null;
		}
		List<String> ticked = seen.found().stream().filter(Found::acknowledge).map(Found::id).distinct().toList();
		Verdict verdict = (this.random.nextInt(8) == 0) ? Verdict.REJECTED : Verdict.APPROVED;
		return write(change,
				new RouteReview.Spec(change.key().name(), change.uid(), change.specHash(), change.author().username(),
						new GatewayState(GATEWAY, table.gateway().uid(), table.gateway().generation()), verdict,
						seen.digest().hash(), seen.digest().entries(), ticked, "", new Person(one(REVIEWERS), "")));
	}

	/**
	 * Somebody writes a review by kubectl that must not count, or takes a change back.
	 */
	@Nullable String reviewPastThePortal() {
		RouteChange change = waiting();
		if (change == null) {
			return null;
		}
		String author = change.author().username();
		int kind = this.random.nextInt(4);
		String reviewer = (kind == 0) ? SimulatedCluster.PORTAL : (kind == 1 || kind == 3) ? author : "mallory";
		String hash = (kind == 2) ? "sha256:" + "0".repeat(64) : change.specHash();
		Verdict verdict = (kind == 3) ? Verdict.WITHDRAWN : Verdict.APPROVED;
		GenericKubernetesResource gateway = this.store.find(ResourceKind.SHARED_GATEWAY, ObjectKey.of(GATEWAY));
		return write(change,
				new RouteReview.Spec(change.key().name(), change.uid(), hash, author,
						new GatewayState(GATEWAY, gateway.getMetadata().getUid(),
								gateway.getMetadata().getGeneration()),
						verdict, "v1:sha256:" + "1".repeat(64), List.of(), List.of(), "", new Person(reviewer, "")));
	}

	private @Nullable String write(RouteChange change, RouteReview.Spec spec) {
		return attempt(() -> {
			this.store.create(ResourceKind.ROUTE_REVIEW, RouteReview.resource(change, spec),
					Writer.of(spec.reviewer().username()));
			return spec.verdict() + " of " + change.key() + " by " + spec.reviewer().username();
		});
	}

	/** Somebody edits with kubectl. */
	@Nullable String edit() {
		return edit(new ObjectKey(one(TEAMS), (this.random.nextInt(3) == 0) ? "more" : "routes"));
	}

	/** Somebody edits just this, or something that all depend on. */
	@Nullable String edit(ObjectKey key) {
		GenericKubernetesResource live = this.store.find(ResourceKind.VIRTUAL_SERVICE, key);
		int kind = this.random.nextInt(10);
		if (kind == 0) {
			return claimsChange();
		}
		if (kind == 1 && this.random.nextInt(4) == 0) {
			return namespaceGoes(key.namespace());
		}
		if (live == null) {
			return null;
		}
		return attempt(() -> {
			Map<String, Object> tree = Json.tree(live);
			if (kind < 3) {
				this.store.delete(ResourceKind.VIRTUAL_SERVICE, key, live.getMetadata().getUid(), null,
						Writer.of("kubectl"));
				return "delete " + key;
			}
			if (kind < 6) {
				live.getMetadata().setLabels(Map.of("app.kubernetes.io/touched", "t" + this.random.nextInt(3)));
				tree = Json.tree(live);
			}
			else {
				tree.put("spec", routes(key.namespace()));
			}
			this.store.replace(ResourceKind.VIRTUAL_SERVICE, Json.object(tree), Writer.of("kubectl"));
			return ((kind < 6) ? "label " : "edit ") + key;
		});
	}

	private String claimsChange() {
		GenericKubernetesResource gateway = this.store.find(ResourceKind.SHARED_GATEWAY, ObjectKey.of(GATEWAY));
		Map<String, Object> tree = Json.tree(gateway);
		tree.put("spec", SimulatedWorld.sharedGateway("/" + "s".repeat(1 + this.random.nextInt(2)) + "/"));
		this.store.replace(ResourceKind.SHARED_GATEWAY, Json.object(tree), Writer.of("kubectl"));
		return "claims";
	}

	private String namespaceGoes(String namespace) {
		for (ResourceKind kind : List.of(ResourceKind.VIRTUAL_SERVICE, ResourceKind.SERVICE, ResourceKind.ROUTE_REVIEW,
				ResourceKind.ROUTE_CHANGE)) {
			for (GenericKubernetesResource object : this.store.list(kind)) {
				if (namespace.equals(object.getMetadata().getNamespace())) {
					this.store.delete(kind, SimulatedStore.key(object), object.getMetadata().getUid(), null,
							Writer.of("namespace-controller"));
				}
			}
		}
		GenericKubernetesResource gone = this.store.find(ResourceKind.NAMESPACE, ObjectKey.of(namespace));
		if (gone != null) {
			this.store.delete(ResourceKind.NAMESPACE, ObjectKey.of(namespace), gone.getMetadata().getUid(), null,
					Writer.of("namespace-controller"));
		}
		return "delete namespace " + namespace;
	}

	private Map<String, Object> routes(String team) {
		Set<Map<String, String>> matches = new LinkedHashSet<>();
		matches.add(Map.of("exact", "/s/" + team));
		int more = this.random.nextInt(3);
		for (int i = 0; i < more; i++) {
			matches.add((this.random.nextInt(3) == 0) ? Map.of("prefix", "/s/") : Map.of("exact", one(PATHS)));
		}
		List<Object> match = new ArrayList<>();
		matches.forEach((uri) -> match.add(Map.of("uri", uri)));
		return SimulatedWorld.routes(team, match, 1 + this.random.nextInt(50));
	}

	private @Nullable RouteChange waiting() {
		List<RouteChange> changes = this.store.list(ResourceKind.ROUTE_CHANGE)
			.stream()
			.map(RouteChange::of)
			.filter((change) -> change.phase() == Phase.PENDING)
			.toList();
		return changes.isEmpty() ? null : one(changes);
	}

	private <T> T one(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	private static @Nullable String attempt(java.util.function.Supplier<String> action) {
		try {
			return action.get();
		}
		catch (ClusterException ex) {
			return null;
		}
	}

}
