package dev.sekisho.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.change.ChangeRefused.Reason;
import dev.sekisho.check.Stage;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WriteOptions;

/**
 * Submits drafts: creates RouteChanges as the caller.
 */
@Component
public class Submissions {

	private static final int KEPT_BASELINE = 128 * 1024;

	private static final int LONGEST_REASON = 2000;

	// Each open change is judged again whenever the route table changes.
	private static final int MOST_OPEN = 100;

	private final ChangeNames names = new ChangeNames();

	private final Cluster cluster;

	private final Rights rights;

	private final Previews previews;

	private final SeenChanges seen;

	Submissions(Cluster cluster, Rights rights, Previews previews, SeenChanges seen) {
		this.cluster = cluster;
		this.rights = rights;
		this.previews = previews;
		this.seen = seen;
	}

	/**
	 * Submits a draft. The same again, by name or key, finds what was submitted.
	 * @param caller the author
	 * @param draft the draft
	 * @param request what goes with it
	 * @return the change
	 * @throws InputRefused if something of it can't be taken
	 * @throws ChangeRefused if it isn't created
	 */
	public Submitted submit(Caller caller, Draft draft, Request request) {
		String namespace = draft.virtualService().namespace();
		if (!this.rights.mayAuthor(caller, namespace)) {
			throw new ChangeRefused(
					this.rights.visibility(caller).sees(namespace) ? Reason.NOT_ALLOWED : Reason.NOT_FOUND);
		}
		check(request);
		ObjectKey key = new ObjectKey(namespace, this.names.of(caller, draft, request));
		GenericKubernetesResource existing = read(ResourceKind.ROUTE_CHANGE, key);
		if (existing != null) {
			return same(caller, draft, request, existing);
		}
		if (waiting(namespace) >= MOST_OPEN) {
			throw new ChangeRefused(Reason.TOO_MANY);
		}
		Preview preview = this.previews.preview(draft, read(ResourceKind.VIRTUAL_SERVICE, draft.virtualService()),
				Stage.SUBMIT);
		checkBaseline(request.baseline(), preview);
		if (preview.verdict().blocked()) {
			throw new ChangeRefused(Reason.BLOCKED, preview, null);
		}
		return create(caller, draft, request, resource(key, caller, request, preview));
	}

	private long waiting(String namespace) {
		return this.seen
			.those((change) -> change.key().namespace().equals(namespace) && !change.phase().closed()
					&& this.seen.review(change).isEmpty())
			.size();
	}

	private Submitted create(Caller caller, Draft draft, Request request, GenericKubernetesResource resource) {
		try {
			return new Submitted(RouteChange.of(this.cluster.as(caller.credential())
				.create(ResourceKind.ROUTE_CHANGE, resource, WriteOptions.STORE)
				.object()), true);
		}
		catch (ClusterException ex) {
			GenericKubernetesResource existing = (ex.reason() == ClusterException.Reason.ALREADY_EXISTS)
					? read(ResourceKind.ROUTE_CHANGE,
							new ObjectKey(resource.getMetadata().getNamespace(), resource.getMetadata().getName()))
					: null;
			if (existing == null) {
				throw ex;
			}
			return same(caller, draft, request, existing);
		}
	}

	private @Nullable GenericKubernetesResource read(ResourceKind kind, ObjectKey key) {
		return this.cluster.asPortal().read(kind, key).orElse(null);
	}

	private static void check(Request request) {
		String reason = request.reason().strip();
		if (reason.isEmpty()) {
			throw new InputRefused(InputProblem.at("reason", "required"));
		}
		if (reason.length() > LONGEST_REASON) {
			throw new InputRefused(InputProblem.at("reason", "too-long", String.valueOf(reason.length()),
					String.valueOf(LONGEST_REASON)));
		}
		InputProblem problem = request.name().isEmpty() ? null : Names.problem(request.name(), "name", 253);
		if (problem != null) {
			throw new InputRefused(problem);
		}
	}

	private static void checkBaseline(@Nullable Baseline baseline, Preview preview) {
		if (baseline == null) {
			if (preview.live() != null) {
				throw new ChangeRefused(Reason.BASELINE_MISSING, preview, null);
			}
		}
		else if (!baseline.holds(preview.live())) {
			throw new ChangeRefused(Reason.BASELINE_CHANGED, preview, null);
		}
	}

	private Submitted same(Caller caller, Draft draft, Request request, GenericKubernetesResource existing) {
		RouteChange change = RouteChange.of(existing);
		GenericKubernetesResource held = RouteChange.proposed(existing);
		Manifest manifest = draft.manifest();
		RouteForm form = draft.form();
		GenericKubernetesResource meant = (manifest != null) ? manifest.object() : null;
		if (form != null) {
			String gateway = (held != null)
					? Trees.text(Trees.texts(Trees.at(held.getAdditionalProperties(), "spec", "gateways"))
						.stream()
						.findFirst()
						.orElse(""))
					: "";
			meant = RouteForms.merged(form, RouteChange.baseline(existing), gateway);
		}
		boolean content = (held == null || meant == null) ? held == null && meant == null
				: Hashes.ofVirtualService(held).equals(Hashes.ofVirtualService(meant));
		Baseline baseline = request.baseline();
		boolean same = content && change.virtualService().equals(draft.virtualService())
				&& change.author().username().equals(caller.username())
				&& change.reason().equals(request.reason().strip())
				&& (draft.sharedGateway().isEmpty() || draft.sharedGateway().equals(change.sharedGateway()))
				&& (baseline == null || baseline.equals(change.baseline()));
		if (!same) {
			throw new ChangeRefused(Reason.NAME_TAKEN);
		}
		return new Submitted(change, false);
	}

	private static GenericKubernetesResource resource(ObjectKey key, Caller caller, Request request, Preview preview) {
		Map<String, Object> spec = new LinkedHashMap<>();
		spec.put("action", preview.action().text());
		spec.put("sharedGateway", preview.sharedGateway().name());
		spec.put("virtualService", virtualService(preview));
		spec.put("baseline", baseline(preview));
		spec.put("reason", request.reason().strip());
		spec.put("author", Map.of("username", caller.username(), "uid", caller.identity().uid()));
		if (!request.supersedes().isEmpty()) {
			spec.put("supersedes", request.supersedes());
		}
		return Json
			.object(Map.of("apiVersion", ResourceKind.SEKISHO_GROUP + "/" + ResourceKind.ROUTE_CHANGE.versions().get(0),
					"kind", ResourceKind.ROUTE_CHANGE.kind(), "metadata",
					Map.of("namespace", key.namespace(), "name", key.name()), "spec", spec));
	}

	private static Map<String, Object> virtualService(Preview preview) {
		GenericKubernetesResource proposed = preview.proposed();
		return (proposed != null) ? withoutNamespace(Json.tree(proposed))
				: Map.of("metadata", Map.of("name", preview.virtualService().name()));
	}

	private static Map<String, Object> withoutNamespace(Map<String, Object> tree) {
		Map<String, Object> metadata = Trees.map(tree.get("metadata"));
		metadata.keySet().retainAll(List.of("name", "labels", "annotations"));
		Map<String, Object> copy = new LinkedHashMap<>(tree);
		copy.keySet().retainAll(List.of("apiVersion", "kind", "spec"));
		copy.put("metadata", metadata);
		return copy;
	}

	private static Map<String, Object> baseline(Preview preview) {
		Map<String, Object> tree = preview.baseline().tree();
		GenericKubernetesResource live = preview.live();
		if (live != null && Hashes.size(live) <= KEPT_BASELINE) {
			tree.put("virtualService", withoutNamespace(Json.tree(live)));
		}
		return tree;
	}

	/**
	 * What goes with a draft.
	 *
	 * @param reason why
	 * @param name the change's name; may be empty
	 * @param idempotencyKey names the change where {@code name} is empty; may be empty
	 * @param baseline what the draft was made from; {@code null} if it wasn't said
	 * @param supersedes the change it follows up; may be empty
	 */
	public record Request(String reason, String name, String idempotencyKey, @Nullable Baseline baseline,
			String supersedes) {

	}

	/**
	 * A submitted change.
	 *
	 * @param change the change
	 * @param created whether it was created now; {@code false} if it was there already
	 */
	public record Submitted(RouteChange change, boolean created) {

	}

}
