package dev.sekisho.routing.manifest;

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

import dev.sekisho.routing.GatewayPods;
import dev.sekisho.routing.ObjectName;
import dev.sekisho.routing.Rebuild;
import dev.sekisho.routing.UnreadableObject;

/**
 * The compiled objects of a world, by kind and name. Immutable.
 */
public final class WorldObjects {

	/** The kind that matters most. */
	public static final String VIRTUAL_SERVICE = "VirtualService";

	private static final Set<String> ISTIO = Set.of("Gateway", VIRTUAL_SERVICE, "DestinationRule", "ServiceEntry");

	private final Map<String, NamedObjects> kinds;

	private final GatewayPods pods;

	private final String clusterDomain;

	private WorldObjects(Map<String, NamedObjects> kinds, GatewayPods pods, String clusterDomain) {
		this.kinds = kinds;
		this.pods = pods;
		this.clusterDomain = clusterDomain;
	}

	/**
	 * Reads manifests.
	 * @param manifests objects as raw JSON; other kinds are left out
	 * @param pods the gateway's pods
	 * @param clusterDomain the domain of Services, such as {@code cluster.local}
	 * @return the objects, and those that can't be read
	 */
	public static WorldObjects of(Collection<? extends Map<String, ?>> manifests, GatewayPods pods,
			String clusterDomain) {
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
	public WorldObjects with(Map<String, ?> manifest) {
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

	/**
	 * The same objects but one.
	 * @param kind its kind
	 * @param name its name
	 * @return the others
	 */
	public WorldObjects without(String kind, ObjectName name) {
		NamedObjects objects = of(kind).without(name);
		return (objects == of(kind)) ? this : with(kind, objects);
	}

	/**
	 * The same objects as if they had been created anew.
	 * @param rebuild in which order
	 * @return the objects with other creation times
	 */
	public WorldObjects rebuilt(Rebuild rebuild) {
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

	/**
	 * The objects of a kind.
	 * @param kind the kind
	 * @return the objects; none if the kind isn't read
	 */
	public NamedObjects of(String kind) {
		return this.kinds.getOrDefault(kind, NamedObjects.EMPTY);
	}

	/**
	 * Finds a VirtualService.
	 * @param name its name
	 * @return the VirtualService; {@code null} if there is none
	 */
	public @Nullable VirtualServiceConfig virtualService(ObjectName name) {
		return (of(VIRTUAL_SERVICE).get(name) instanceof VirtualServiceConfig config) ? config : null;
	}

	/**
	 * The objects of a kind.
	 * @param <T> how they're kept
	 * @param kind the kind
	 * @param type how they're kept
	 * @return the objects
	 */
	public <T> List<T> all(String kind, Class<T> type) {
		return of(kind).values().stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * What can't be read.
	 * @return the objects, with the reasons
	 */
	public List<UnreadableObject> unreadable() {
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

	/**
	 * The name of an object.
	 * @param manifest the object as raw JSON
	 * @return its name
	 */
	public static ObjectName nameOf(Map<String, ?> manifest) {
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
	public record ServiceEntries(List<ServiceConfig> services) {

		public static ServiceEntries of(Fields fields) {
			return new ServiceEntries(ServiceConfig.ofServiceEntry(fields));
		}

	}

}
