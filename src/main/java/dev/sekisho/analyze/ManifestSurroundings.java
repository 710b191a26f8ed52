package dev.sekisho.analyze;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.sekisho.check.Need;
import dev.sekisho.check.Surroundings;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.route.Claim;
import dev.sekisho.route.ClaimOverlap;
import dev.sekisho.route.ClaimOverlaps;
import dev.sekisho.route.ServiceEntryPoint;
import dev.sekisho.route.SharedGateway;

/**
 * What the manifests say of Services, namespaces and Ingresses. A kind of which there is
 * no object counts as not known, not as empty.
 */
final class ManifestSurroundings implements Surroundings {

	private final Map<ObjectKey, ServiceEntryPoint> services = new HashMap<>();

	private final Map<String, Map<String, String>> labels = new HashMap<>();

	private final Map<ObjectKey, String> schemes = new HashMap<>();

	private final Map<ObjectKey, List<ClaimOverlap>> overlaps = new HashMap<>();

	private final Set<Need> known = EnumSet.noneOf(Need.class);

	ManifestSurroundings(List<Manifest> manifests) {
		for (Manifest manifest : manifests) {
			if (manifest.isA("", "Service")) {
				this.services.put(manifest.key(), service(manifest));
				this.known.add(Need.SERVICES);
			}
			else if (manifest.isA("", "Namespace")) {
				this.labels.put(manifest.name().name(), manifest.texts("labels"));
				this.known.add(Need.NAMESPACES);
			}
			else if (manifest.isA("networking.k8s.io", "Ingress")) {
				String scheme = manifest.texts("annotations").getOrDefault("alb.ingress.kubernetes.io/scheme", "");
				this.schemes.put(manifest.key(), scheme);
				this.known.add(Need.INGRESSES);
			}
			else if (manifest.isIstio("DestinationRule")) {
				this.known.add(Need.DESTINATION_RULES);
			}
		}
	}

	/**
	 * What is known by these manifests.
	 * @return a part of the needs
	 */
	Set<Need> known() {
		return EnumSet.copyOf(this.known);
	}

	@Override
	public Optional<ServiceEntryPoint> service(ObjectKey key) {
		return Optional.ofNullable(this.services.get(key));
	}

	@Override
	public boolean servicesKnown() {
		return this.known.contains(Need.SERVICES);
	}

	@Override
	public Map<String, String> labels(String namespace) {
		return this.labels.getOrDefault(namespace, Map.of());
	}

	@Override
	public List<ClaimOverlap> claimOverlaps(SharedGateway gateway) {
		List<Claim> claims = gateway.claims();
		return (claims != null)
				? this.overlaps.computeIfAbsent(gateway.gateway(), (key) -> ClaimOverlaps.of(claims, this.labels))
				: List.of();
	}

	@Override
	public boolean internetFacing(SharedGateway gateway) {
		return gateway.frontDoors().isEmpty() || !gateway.frontDoors()
			.stream()
			.allMatch((door) -> "Ingress".equals(door.kind()) && "internal".equals(this.schemes.get(door.object())));
	}

	private static ServiceEntryPoint service(Manifest manifest) {
		List<ServiceEntryPoint.Port> ports = new ArrayList<>();
		String type = "ClusterIP";
		if (manifest.raw().get("spec") instanceof Map<?, ?> spec) {
			type = (spec.get("type") instanceof String written) ? written : type;
			if (spec.get("ports") instanceof List<?> items) {
				items.forEach((item) -> port(item).ifPresent(ports::add));
			}
		}
		return new ServiceEntryPoint(manifest.name().namespace(), manifest.name().name(), type, ports, 0, 0);
	}

	private static Optional<ServiceEntryPoint.Port> port(Object item) {
		if (item instanceof Map<?, ?> port && port.get("port") instanceof Number number) {
			String name = (port.get("name") instanceof String written) ? written : "";
			return Optional.of(new ServiceEntryPoint.Port(number.intValue(), name));
		}
		return Optional.empty();
	}

}
