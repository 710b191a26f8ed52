package dev.sekisho.change;

import java.util.List;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.access.Rights;
import dev.sekisho.change.ChangeRefused.Reason;
import dev.sekisho.change.Preview.DryRun;
import dev.sekisho.check.Checks;
import dev.sekisho.check.Finding;
import dev.sekisho.check.Proposal;
import dev.sekisho.check.Stage;
import dev.sekisho.check.Verdict;
import dev.sekisho.cluster.ApiAccess;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WriteOptions;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.VirtualServices;

/**
 * Shows what a draft would do. Works on what the caches hold; only the dry-run asks the
 * API server.
 */
@Component
public class Previews {

	private final Cluster cluster;

	private final Rights rights;

	private final VirtualServices virtualServices;

	private final GatewayChoice gateways;

	private final RouteTables tables;

	private final Checks checks;

	Previews(Cluster cluster, Rights rights, VirtualServices virtualServices, GatewayChoice gateways,
			RouteTables tables, Checks checks) {
		this.cluster = cluster;
		this.rights = rights;
		this.virtualServices = virtualServices;
		this.gateways = gateways;
		this.tables = tables;
		this.checks = checks;
	}

	/**
	 * Previews a draft.
	 * @param caller who asks
	 * @param draft the draft
	 * @return the preview
	 * @throws InputRefused if the draft can't be taken
	 * @throws ChangeRefused if the caller may not see the namespace, or nothing is known
	 */
	public Preview preview(Caller caller, Draft draft) {
		ObjectKey key = draft.virtualService();
		if (!this.rights.visibility(caller).sees(key.namespace())
				&& !this.rights.authorNamespaces(caller).contains(key.namespace())) {
			throw new ChangeRefused(Reason.NOT_FOUND);
		}
		return preview(draft, this.virtualServices.find(key).orElse(null), Stage.DRAFT);
	}

	/**
	 * Previews what a stored change would do now, on what the caches hold.
	 * @param change the change
	 * @param proposed the VirtualService it proposes; {@code null} for a delete
	 * @return the preview; empty if it can't be told
	 */
	public Optional<Preview> preview(RouteChange change, @Nullable GenericKubernetesResource proposed) {
		GenericKubernetesResource live = this.virtualServices.find(change.virtualService()).orElse(null);
		try {
			SharedGateway gateway = this.gateways.choose(change.sharedGateway(), proposed, live);
			return Optional.of(preview(change.virtualService(), proposed, live, gateway, Stage.SUBMIT, List.of()));
		}
		catch (InputRefused | ChangeRefused ex) {
			return Optional.empty();
		}
	}

	/**
	 * Previews a draft with the API server's dry-run, as the portal.
	 * @param caller who asks; must be allowed to create changes in the namespace
	 * @param draft the draft
	 * @return the preview, with the dry-run's outcome
	 */
	public Preview withDryRun(Caller caller, Draft draft) {
		Preview preview = preview(caller, draft);
		if (!this.rights.mayAuthor(caller, draft.virtualService().namespace())) {
			throw new ChangeRefused(Reason.NOT_ALLOWED);
		}
		return preview.with(dryRun(preview));
	}

	/**
	 * Previews a draft on a given live object.
	 * @param draft the draft
	 * @param live the live object; {@code null} if there is none
	 * @param stage when it is checked
	 * @return the preview
	 */
	Preview preview(Draft draft, @Nullable GenericKubernetesResource live, Stage stage) {
		if (draft.deletes() && live == null) {
			throw new ChangeRefused(Reason.NOT_FOUND);
		}
		Manifest manifest = draft.manifest();
		GenericKubernetesResource proposed = (manifest != null) ? manifest.object() : null;
		SharedGateway gateway = this.gateways.choose(draft.sharedGateway(), proposed, live);
		RouteForm form = draft.form();
		if (form != null) {
			proposed = RouteForms.merged(form, live, gateway.gateway().toString());
		}
		return preview(draft.virtualService(), proposed, live, gateway, stage,
				(manifest != null) ? manifest.dropped() : List.of());
	}

	/**
	 * Previews what a change holds on the state as it is now.
	 * @param key the VirtualService
	 * @param proposed how it shall be; {@code null} for a delete
	 * @param live how it is; {@code null} if there is none
	 * @param gateway the shared gateway
	 * @param stage when it is checked
	 * @param dropped fields that were left out
	 * @return the preview
	 */
	Preview preview(ObjectKey key, @Nullable GenericKubernetesResource proposed,
			@Nullable GenericKubernetesResource live, SharedGateway gateway, Stage stage, List<String> dropped) {
		LiveTable table = this.tables.find(gateway.name()).orElseThrow(() -> new ChangeRefused(Reason.NOT_READY));
		Action action = (proposed != null) ? ((live != null) ? Action.REPLACE : Action.CREATE) : Action.DELETE;
		Proposal proposal = new Proposal(Proposal.Action.valueOf(action.name()), key, proposed, live, gateway);
		Verdict verdict = this.checks.check(proposal, table, stage);
		ImpactDigest digest = ImpactDigest.of(verdict.impact(),
				verdict.findings().stream().filter(Finding::acknowledge).map(Finding::code).toList());
		return new Preview(action, key, proposed, live, gateway, Baseline.of(live), Diffs.unified(live, proposed),
				verdict, digest, dropped, table.freshness(), null);
	}

	private DryRun dryRun(Preview preview) {
		ApiAccess portal = this.cluster.asPortal();
		GenericKubernetesResource proposed = preview.proposed();
		GenericKubernetesResource live = preview.live();
		try {
			if (proposed == null || live == null) {
				List<String> warnings = (proposed != null)
						? portal.create(ResourceKind.VIRTUAL_SERVICE, proposed, WriteOptions.DRY_RUN).warnings()
						: deleted(portal, preview);
				return new DryRun(true, "", List.of(), warnings);
			}
			GenericKubernetesResource written = Json.object(Json.tree(proposed));
			written.getMetadata().setResourceVersion(live.getMetadata().getResourceVersion());
			return new DryRun(true, "", List.of(),
					portal.replace(ResourceKind.VIRTUAL_SERVICE, written, WriteOptions.DRY_RUN).warnings());
		}
		catch (ClusterException ex) {
			return new DryRun(false, String.valueOf(ex.getMessage()), ex.causes(), List.of());
		}
	}

	private static List<String> deleted(ApiAccess portal, Preview preview) {
		portal.delete(ResourceKind.VIRTUAL_SERVICE, preview.virtualService(), preview.baseline().uid(), null,
				WriteOptions.DRY_RUN);
		return List.of();
	}

}
