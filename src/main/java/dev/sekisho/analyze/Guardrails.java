package dev.sekisho.analyze;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.check.Finding;
import dev.sekisho.check.Need;
import dev.sekisho.check.OfflineChecks;
import dev.sekisho.check.Proposal;
import dev.sekisho.check.Proposal.Action;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.Claim;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.routing.GatewayReference;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.table.RoutingWorld;
import dev.sekisho.routing.validation.Judgement;

/**
 * Asks the portal's rules about VirtualServices, as far as the manifests tell what a rule
 * has to know.
 */
final class Guardrails {

	private final SharedGatewayManifests sharedGateways;

	private final Set<Need> known;

	private final OfflineChecks checks;

	/**
	 * Prepares the rules.
	 * @param manifests what is known
	 * @param sharedGateways the SharedGateways among them
	 * @param meshKnown whether the mesh's settings were given
	 */
	Guardrails(List<Manifest> manifests, SharedGatewayManifests sharedGateways, boolean meshKnown) {
		ManifestSurroundings surroundings = new ManifestSurroundings(manifests);
		this.sharedGateways = sharedGateways;
		this.known = surroundings.known();
		this.checks = new OfflineChecks(surroundings);
		if (meshKnown) {
			this.known.add(Need.MESH_SETTINGS);
		}
	}

	/**
	 * Checks a VirtualService that stands already.
	 * @param manifest the VirtualService
	 * @param workload the ingress gateway
	 * @return the findings; empty if it isn't bound to this ingress gateway
	 */
	Optional<List<Finding>> standing(Manifest manifest, Workload workload) {
		GenericKubernetesResource resource = manifest.resource();
		return bound(manifest, workload)
			.map((gateway) -> check(new Proposal(Action.REPLACE, manifest.key(), resource, resource, shared(gateway)),
					manifest, workload.world(), workload.world()));
	}

	/**
	 * Checks a VirtualService that is to come.
	 * @param manifest how it is to be
	 * @param live how it is; {@code null} if it doesn't exist
	 * @param before the ingress gateway as it is
	 * @param after the ingress gateway as it would be
	 * @return the findings; empty if it isn't bound to this ingress gateway
	 */
	Optional<List<Finding>> change(Manifest manifest, @Nullable Manifest live, Workload before, Workload after) {
		Action action = (live != null) ? Action.REPLACE : Action.CREATE;
		return bound(manifest, after).map(
				(gateway) -> check(
						new Proposal(action, manifest.key(), manifest.resource(),
								(live != null) ? live.resource() : null, shared(gateway)),
						manifest, before.world(), after.world()));
	}

	/**
	 * The rules that weren't asked because something isn't among the manifests.
	 * @return their codes, by what is missing
	 */
	Map<Need, Set<String>> notAsked() {
		return this.checks.notAsked();
	}

	private List<Finding> check(Proposal proposal, Manifest manifest, RoutingWorld before, RoutingWorld after) {
		return this.checks.check(proposal, Judgement.of(manifest.raw()), before, after,
				known(proposal.gateway(), before != after));
	}

	private Set<Need> known(SharedGateway gateway, boolean change) {
		Set<Need> all = EnumSet.noneOf(Need.class);
		all.addAll(this.known);
		if (change) {
			all.add(Need.CHANGE);
		}
		if (!gateway.derived()) {
			all.add(Need.SHARED_GATEWAY);
			List<Claim> claims = gateway.claims();
			boolean selects = claims != null && claims.stream().anyMatch((claim) -> claim.selector() != null);
			if (!selects || all.contains(Need.NAMESPACES)) {
				all.add(Need.CLAIMS);
			}
		}
		return all;
	}

	private SharedGateway shared(ObjectKey gateway) {
		return this.sharedGateways.of(gateway).orElseGet(() -> SharedGatewayManifests.none(gateway));
	}

	// One with a SharedGateway says more than one without.
	private Optional<ObjectKey> bound(Manifest manifest, Workload workload) {
		List<ObjectKey> gateways = references(manifest).stream()
			.filter((name) -> workload.gateways().stream().map(ObjectName::toString).anyMatch(name::equals))
			.map((name) -> new ObjectKey(name.substring(0, name.indexOf('/')), name.substring(name.indexOf('/') + 1)))
			.toList();
		return gateways.stream()
			.filter((gateway) -> this.sharedGateways.of(gateway).isPresent())
			.findFirst()
			.or(() -> gateways.stream().findFirst());
	}

	private static List<String> references(Manifest manifest) {
		if (manifest.raw().get("spec") instanceof Map<?, ?> spec && spec.get("gateways") instanceof List<?> names) {
			return names.stream()
				.filter(String.class::isInstance)
				.map((name) -> GatewayReference.resolve((String) name, manifest.name().namespace()))
				.toList();
		}
		return List.of();
	}

}
