package dev.sekisho.analyze;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.SharedGateway;
import dev.sekisho.route.SharedGateway.Approval;
import dev.sekisho.route.SharedGateway.Delivery;
import dev.sekisho.route.SharedGateway.OwnerRule;

/**
 * The SharedGateways among the manifests.
 */
final class SharedGatewayManifests {

	// Where nothing says what isn't allowed, nothing is forbidden.
	private static final Set<String> EVERYTHING = Set.of("corsAnyOrigin", "delegate", "directResponse", "fault",
			"mirror", "protectedHeaders", "redirect", "rewriteAuthority");

	private final Map<ObjectKey, SharedGateway> byGateway = new HashMap<>();

	private final Map<Manifest, String> unreadable = new LinkedHashMap<>();

	SharedGatewayManifests(List<Manifest> manifests) {
		for (Manifest manifest : manifests) {
			if (manifest.isA("sekisho.dev", "SharedGateway")) {
				try {
					SharedGateway read = SharedGateway.of(manifest.resource());
					this.byGateway.putIfAbsent(read.gateway(), standing(read));
				}
				catch (IllegalArgumentException ex) {
					this.unreadable.put(manifest, String.valueOf(ex.getMessage()));
				}
			}
		}
	}

	/**
	 * The SharedGateway of a Gateway.
	 * @param gateway the Gateway
	 * @return what it says; empty if there is none
	 */
	Optional<SharedGateway> of(ObjectKey gateway) {
		return Optional.ofNullable(this.byGateway.get(gateway));
	}

	/**
	 * Those that can't be read.
	 * @return why, by object
	 */
	Map<Manifest, String> unreadable() {
		return this.unreadable;
	}

	/**
	 * What stands in for a SharedGateway that isn't there.
	 * @param gateway the Gateway
	 * @return one without claims, that allows everything
	 */
	static SharedGateway none(ObjectKey gateway) {
		return new SharedGateway(gateway.name(), "", 0, gateway, List.of(), null, Approval.ALWAYS, Delivery.APPLY,
				OwnerRule.DEFAULT, EVERYTHING);
	}

	// A manifest that wasn't sent yet has no uid, and isn't a derived one for that.
	private static SharedGateway standing(SharedGateway read) {
		return new SharedGateway(read.name(), read.uid().isEmpty() ? "-" : read.uid(), read.generation(),
				read.gateway(), read.frontDoors(), read.claims(), read.approval(), read.delivery(), read.owner(),
				read.allow());
	}

}
