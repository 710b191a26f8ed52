package dev.sekisho.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The compiled objects of a world, by kind and name. Only changed while it's filled.
 */
final class WorldObjects {

	private static final Set<String> ISTIO = Set.of("Gateway", "VirtualService", "DestinationRule", "ServiceEntry");

	private final Map<String, Map<ObjectName, Object>> kinds;

	private final String clusterDomain;

	WorldObjects(String clusterDomain) {
		this.kinds = new HashMap<>();
		this.clusterDomain = clusterDomain;
	}

	private WorldObjects(WorldObjects source) {
		this.kinds = new HashMap<>(source.kinds);
		this.clusterDomain = source.clusterDomain;
	}

	/**
	 * A copy with one object put in.
	 * @param manifest the raw object
	 * @return the copy; this if the object's kind doesn't matter
	 */
	WorldObjects with(Map<String, ?> manifest) {
		String kind = kindOf(manifest);
		if (kind == null) {
			return this;
		}
		WorldObjects copy = new WorldObjects(this);
		copy.kinds.put(kind, new TreeMap<>(of(kind)));
		copy.put(manifest);
		return copy;
	}

	WorldObjects without(String kind, ObjectName name) {
		if (!of(kind).containsKey(name)) {
			return this;
		}
		WorldObjects copy = new WorldObjects(this);
		Map<ObjectName, Object> objects = new TreeMap<>(of(kind));
		objects.remove(name);
		copy.kinds.put(kind, objects);
		return copy;
	}

	void put(Map<String, ?> manifest) {
		String kind = kindOf(manifest);
		if (kind == null) {
			return;
		}
		ObjectName name = nameOf(manifest);
		this.kinds.computeIfAbsent(kind, (key) -> new TreeMap<>()).put(name, compile(kind, name, manifest));
	}

	WorldObjects rebuilt(Rebuild rebuild) {
		WorldObjects copy = new WorldObjects(this);
		copy.kinds.put("Gateway",
				rebuilt(rebuild, "Gateway", GatewayConfig.class, GatewayConfig::metadata, GatewayConfig::withMetadata));
		copy.kinds.put("VirtualService", rebuilt(rebuild, "VirtualService", VirtualServiceConfig.class,
				VirtualServiceConfig::metadata, VirtualServiceConfig::withMetadata));
		return copy;
	}

	private <T> Map<ObjectName, Object> rebuilt(Rebuild rebuild, String kind, Class<T> type,
			Function<T, Metadata> metadata, BiFunction<T, Metadata, T> withMetadata) {
		Map<ObjectName, Object> objects = new TreeMap<>(of(kind));
		List<T> oldestLast = all(kind, type).stream()
			.sorted(Comparator.comparing(metadata, Metadata.ORDER).reversed())
			.toList();
		long second = 0;
		for (T object : oldestLast) {
			Metadata created = metadata.apply(object).withCreated(Instant.ofEpochSecond(second));
			objects.put(created.name(), Objects.requireNonNull(withMetadata.apply(object, created)));
			second += (rebuild == Rebuild.REVERSED) ? 1 : 0;
		}
		return objects;
	}

	Map<ObjectName, Object> of(String kind) {
		return this.kinds.getOrDefault(kind, Map.of());
	}

	<T> List<T> all(String kind, Class<T> type) {
		return of(kind).values().stream().filter(type::isInstance).map(type::cast).toList();
	}

	List<UnreadableObject> unreadable() {
		return this.kinds.values()
			.stream()
			.map(Map::values)
			.flatMap(Collection::stream)
			.filter(UnreadableObject.class::isInstance)
			.map(UnreadableObject.class::cast)
			.toList();
	}

	private Object compile(String kind, ObjectName name, Map<String, ?> manifest) {
		Fields fields = Fields.of(manifest);
		try {
			return switch (kind) {
				case "Gateway" -> GatewayConfig.of(fields);
				case "VirtualService" -> VirtualServiceConfig.of(fields, this.clusterDomain);
				case "DestinationRule" -> DestinationRuleConfig.of(fields, this.clusterDomain);
				case "ServiceEntry" -> ServiceEntries.of(fields);
				default -> ServiceConfig.ofService(fields, this.clusterDomain);
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

	private static ObjectName nameOf(Map<String, ?> manifest) {
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
