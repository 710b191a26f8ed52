package dev.sekisho.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The compiled objects of a world, by kind and name. Immutable.
 */
final class WorldObjects {

	/** The kind that matters most. */
	static final String VIRTUAL_SERVICE = "VirtualService";

	private static final Set<String> ISTIO = Set.of("Gateway", VIRTUAL_SERVICE, "DestinationRule", "ServiceEntry");

	private final Map<String, NamedObjects> kinds;

	private final GatewayPods pods;

	private final String clusterDomain;

	private WorldObjects(Map<String, NamedObjects> kinds, GatewayPods pods, String clusterDomain) {
		this.kinds = kinds;
		this.pods = pods;
		this.clusterDomain = clusterDomain;
	}

	static WorldObjects of(Collection<? extends Map<String, ?>> manifests, GatewayPods pods, String clusterDomain) {
		Map<String, Map<ObjectName, Object>> compiled = new HashMap<>();
		for (Map<String, ?> manifest : manifests) {
			String kind = kindOf(manifest);
			if (kind != null && isRead(kind, manifest, pods)) {
				ObjectName name = nameOf(manifest);
				Object object = compile(kind, name, manifest, clusterDomain);
				compiled.computeIfAbsent(kind, (key) -> new HashMap<>())
					.put((object instanceof VirtualServiceConfig config) ? config.name() : name, object);
			}
		}
		Map<String, NamedObjects> kinds = new HashMap<>();
		compiled.forEach((kind, objects) -> kinds.put(kind, NamedObjects.of(objects)));
		return new WorldObjects(kinds, pods, clusterDomain);
	}

	/**
	 * A copy with one object put in.
	 * @param manifest the raw object
	 * @return the copy, without the object if another revision's istiod reads it; this if
	 * its kind doesn't matter
	 */
	WorldObjects with(Map<String, ?> manifest) {
		String kind = kindOf(manifest);
		if (kind == null) {
			return this;
		}
		ObjectName name = nameOf(manifest);
		if (!isRead(kind, manifest, this.pods)) {
			return without(kind, name);
		}
		Object object = compile(kind, name, manifest, this.clusterDomain);
		return with(kind,
				of(kind).with((object instanceof VirtualServiceConfig config) ? config.name() : name, object));
	}

	WorldObjects without(String kind, ObjectName name) {
		NamedObjects objects = of(kind).without(name);
		return (objects == of(kind)) ? this : with(kind, objects);
	}

	WorldObjects rebuilt(Rebuild rebuild) {
		return with("Gateway",
				rebuilt(rebuild, "Gateway", GatewayConfig.class, GatewayConfig::metadata, GatewayConfig::withMetadata))
			.with(VIRTUAL_SERVICE, rebuilt(rebuild, VIRTUAL_SERVICE, VirtualServiceConfig.class,
					VirtualServiceConfig::metadata, VirtualServiceConfig::withMetadata));
	}

	private <T> NamedObjects rebuilt(Rebuild rebuild, String kind, Class<T> type, Function<T, Metadata> metadata,
			BiFunction<T, Metadata, Object> withMetadata) {
		Map<Object, Object> created = new IdentityHashMap<>();
		List<T> youngestFirst = all(kind, type).stream()
			.sorted(Comparator.comparing(metadata, Metadata.ORDER).reversed())
			.toList();
		long second = 0;
		for (T object : youngestFirst) {
			Metadata changed = metadata.apply(object).withCreated(Instant.ofEpochSecond(second));
			created.put(object, withMetadata.apply(object, changed));
			second += (rebuild == Rebuild.REVERSED) ? 1 : 0;
		}
		return of(kind).mapped((object) -> created.getOrDefault(object, object));
	}

	NamedObjects of(String kind) {
		return this.kinds.getOrDefault(kind, NamedObjects.EMPTY);
	}

	@Nullable VirtualServiceConfig virtualService(ObjectName name) {
		return (of(VIRTUAL_SERVICE).get(name) instanceof VirtualServiceConfig config) ? config : null;
	}

	<T> List<T> all(String kind, Class<T> type) {
		return of(kind).values().stream().filter(type::isInstance).map(type::cast).toList();
	}

	List<UnreadableObject> unreadable() {
		return this.kinds.values()
			.stream()
			.map(NamedObjects::values)
			.flatMap(Collection::stream)
			.filter(UnreadableObject.class::isInstance)
			.map(UnreadableObject.class::cast)
			.toList();
	}

	private WorldObjects with(String kind, NamedObjects objects) {
		Map<String, NamedObjects> changed = new HashMap<>(this.kinds);
		changed.put(kind, objects);
		return new WorldObjects(changed, this.pods, this.clusterDomain);
	}

	private static Object compile(String kind, ObjectName name, Map<String, ?> manifest, String clusterDomain) {
		Fields fields = Fields.of(manifest);
		try {
			return switch (kind) {
				case "Gateway" -> GatewayConfig.of(fields);
				case VIRTUAL_SERVICE -> VirtualServiceConfig.of(fields, clusterDomain);
				case "DestinationRule" -> DestinationRuleConfig.of(fields, clusterDomain);
				case "ServiceEntry" -> ServiceEntries.of(fields);
				default -> ServiceConfig.ofService(fields, clusterDomain);
			};
		}
		catch (UnreadableObjectException ex) {
			return new UnreadableObject(kind, name, String.valueOf(ex.getMessage()));
		}
	}

	private static @Nullable String kindOf(Map<String, ?> manifest) {
		String kind = String.valueOf(manifest.get("kind"));
		String version = String.valueOf(manifest.get("apiVersion"));
		boolean known = ISTIO.contains(kind) ? version.startsWith("networking.istio.io/")
				: (kind.equals("Service") && version.equals("v1"));
		return known ? kind : null;
	}

	private static boolean isRead(String kind, Map<String, ?> manifest, GatewayPods pods) {
		return !ISTIO.contains(kind) || !(manifest.get("metadata") instanceof Map<?, ?> metadata)
				|| !(metadata.get("labels") instanceof Map<?, ?> labels) || pods.isInRevision(labels);
	}

	static ObjectName nameOf(Map<String, ?> manifest) {
		if (manifest.get("metadata") instanceof Map<?, ?> metadata) {
			Object namespace = metadata.get("namespace");
			return new ObjectName((namespace instanceof String text) ? text : "", String.valueOf(metadata.get("name")));
		}
		return new ObjectName("", "");
	}

	/**
	 * The hosts of a ServiceEntry.
	 *
	 * @param services one per host
	 */
	record ServiceEntries(List<ServiceConfig> services) {

		static ServiceEntries of(Fields fields) {
			return new ServiceEntries(ServiceConfig.ofServiceEntry(fields));
		}

	}

}
