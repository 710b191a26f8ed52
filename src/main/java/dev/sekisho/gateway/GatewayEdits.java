package dev.sekisho.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sekisho.access.Caller;
import dev.sekisho.change.Json;
import dev.sekisho.change.OtherManagers;
import dev.sekisho.check.ClaimLosses;
import dev.sekisho.cluster.ApiAccess;
import dev.sekisho.cluster.Cluster;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;
import dev.sekisho.cluster.WriteOptions;
import dev.sekisho.cluster.Written;
import dev.sekisho.gateway.GatewayPreview.DryRun;
import dev.sekisho.gateway.GatewayPreview.Effect;
import dev.sekisho.gateway.GatewayRefused.Reason;
import dev.sekisho.route.ClaimOverlaps;
import dev.sekisho.route.GatewayStates;
import dev.sekisho.route.LiveTable;
import dev.sekisho.route.RouteTables;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.SharedGateways;

/**
 * Drafts of shared gateways: what they would do, and writing them. Everything is written
 * as the caller, whose right the API server knows.
 */
@Component
public class GatewayEdits {

	private static final ResourceKind KIND = ResourceKind.SHARED_GATEWAY;

	// The portal writes the status of the same object.
	private static final int TRIES = 3;

	private final Cluster cluster;

	private final SharedGateways sharedGateways;

	private final GatewayStates states;

	private final RouteTables tables;

	private final ClaimOverlaps overlaps;

	private final ClaimLosses losses;

	GatewayEdits(Cluster cluster, SharedGateways sharedGateways, GatewayStates states, RouteTables tables,
			ClaimOverlaps overlaps, ClaimLosses losses) {
		this.cluster = cluster;
		this.sharedGateways = sharedGateways;
		this.states = states;
		this.tables = tables;
		this.overlaps = overlaps;
		this.losses = losses;
	}

	/**
	 * A shared gateway to start from.
	 * @param name its name
	 * @return the draft that changes nothing; empty if there is no such SharedGateway
	 */
	public Optional<GatewayDraft> open(String name) {
		return live(name).map(GatewayDraft::of);
	}

	/**
	 * What a draft would do.
	 * @param caller whose draft it is
	 * @param draft the draft
	 * @param fresh whether it is to be a new one
	 * @return the preview
	 */
	public GatewayPreview preview(Caller caller, GatewayDraft draft, boolean fresh) {
		GenericKubernetesResource live = live(draft.name()).orElse(null);
		String manager = (live != null) ? OtherManagers.of(live) : null;
		DryRun dryRun = dryRun(caller, draft, fresh ? null : live);
		String now = (live != null) ? GatewayDraft.of(live).yaml() : "";
		try {
			return new GatewayPreview(draft, now, "", effect(read(draft, live)), (manager != null) ? manager : "",
					dryRun);
		}
		catch (IllegalArgumentException ex) {
			return new GatewayPreview(draft, now, String.valueOf(ex.getMessage()), null,
					(manager != null) ? manager : "", dryRun);
		}
	}

	/**
	 * Writes a draft, if things are as they were shown.
	 * @param caller whose draft it is
	 * @param draft the draft
	 * @param opened the SharedGateway it was made from, as YAML; empty for a new one
	 * @param mark names the effect that was shown
	 * @throws GatewayRefused if they aren't
	 * @throws ClusterException if the API server refuses or can't be reached
	 */
	public void save(Caller caller, GatewayDraft draft, String opened, String mark) {
		if (!preview(caller, draft, opened.isEmpty()).mark().equals(mark)) {
			throw new GatewayRefused(Reason.EFFECT_CHANGED);
		}
		ApiAccess access = this.cluster.as(caller.credential());
		if (opened.isEmpty()) {
			create(access, draft);
			return;
		}
		for (int i = 1;; i++) {
			try {
				access.replace(KIND, draft.on(unchanged(draft.name(), opened)), WriteOptions.STORE);
				return;
			}
			catch (ClusterException ex) {
				if (ex.reason() != ClusterException.Reason.CONFLICT || i == TRIES) {
					throw ex;
				}
			}
		}
	}

	private static void create(ApiAccess access, GatewayDraft draft) {
		try {
			access.create(KIND, draft.object(), WriteOptions.STORE);
		}
		catch (ClusterException ex) {
			if (ex.reason() == ClusterException.Reason.ALREADY_EXISTS) {
				throw new GatewayRefused(Reason.EXISTS);
			}
			throw ex;
		}
	}

	private GenericKubernetesResource unchanged(String name, String opened) {
		GenericKubernetesResource live = live(name).orElseThrow(() -> new GatewayRefused(Reason.GONE));
		if (!GatewayDraft.of(live).yaml().strip().equals(opened.strip())) {
			throw new GatewayRefused(Reason.CHANGED);
		}
		return live;
	}

	private Optional<GenericKubernetesResource> live(String name) {
		return name.isEmpty() ? Optional.empty() : this.cluster.asPortal().read(KIND, ObjectKey.of(name));
	}

	private DryRun dryRun(Caller caller, GatewayDraft draft, @Nullable GenericKubernetesResource live) {
		try {
			ApiAccess access = this.cluster.as(caller.credential());
			Written written = (live != null) ? access.replace(KIND, draft.on(live), WriteOptions.DRY_RUN)
					: access.create(KIND, draft.object(), WriteOptions.DRY_RUN);
			return new DryRun(null, "", List.of(), written.warnings());
		}
		catch (ClusterException ex) {
			return new DryRun(ex.reason(), String.valueOf(ex.getMessage()), ex.causes(), List.of());
		}
	}

	// A draft of a new one counts as stored, or it would be taken for a derived one.
	private static SharedGateway read(GatewayDraft draft, @Nullable GenericKubernetesResource live) {
		Map<String, Object> tree = Json.tree((live != null) ? draft.on(live) : draft.object());
		Map<String, Object> metadata = GatewayDraft.map(tree.get("metadata"));
		metadata.putIfAbsent("uid", "draft");
		tree.put("metadata", metadata);
		return SharedGateway.of(Json.object(tree));
	}

	private Effect effect(SharedGateway after) {
		Optional<LiveTable> table = this.sharedGateways.all()
			.stream()
			.filter((one) -> one.gateway().equals(after.gateway()))
			.findFirst()
			.flatMap((one) -> this.tables.find(one.name()));
		return new Effect(this.states.exists(after), this.states.rival(after), this.overlaps.of(after),
				table.isPresent(), table.map((one) -> this.losses.of(one, after)).orElse(List.of()));
	}

}
