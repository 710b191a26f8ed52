package dev.sekisho.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.change.Json;
import dev.sekisho.cluster.ClusterException;
import dev.sekisho.cluster.ClusterException.Reason;
import dev.sekisho.cluster.ObjectKey;
import dev.sekisho.cluster.ResourceKind;

/**
 * The API server of a simulation: one revision for everything, uids, preconditions,
 * generations, a status of its own, and every event in order.
 */
final class SimulatedStore {

	private final Map<ResourceKind, TreeMap<ObjectKey, Map<String, Object>>> objects = new HashMap<>();

	private final Map<ResourceKind, List<Event>> events = new HashMap<>();

	private final List<Consumer<Event>> listeners = new ArrayList<>();

	private final Supplier<String> time;

	private long revision = 1000;

	private int uids;

	/** Mutation: writes of VirtualServices are taken whatever they were based on. */
	private boolean careless;

	SimulatedStore(Supplier<String> time) {
		this.time = time;
	}

	void listen(Consumer<Event> listener) {
		this.listeners.add(listener);
	}

	void takeAnything() {
		this.careless = true;
	}

	long revision() {
		return this.revision;
	}

	List<Event> events(ResourceKind kind) {
		return this.events.computeIfAbsent(kind, (any) -> new ArrayList<>());
	}

	@Nullable GenericKubernetesResource find(ResourceKind kind, ObjectKey key) {
		Map<String, Object> found = table(kind).get(key);
		return (found != null) ? Json.object(found) : null;
	}

	List<ObjectKey> keys(ResourceKind kind) {
		return List.copyOf(table(kind).keySet());
	}

	List<GenericKubernetesResource> list(ResourceKind kind) {
		return table(kind).values().stream().map(Json::object).toList();
	}

	GenericKubernetesResource create(ResourceKind kind, GenericKubernetesResource object, Writer writer) {
		ObjectKey key = key(object);
		if (table(kind).containsKey(key)) {
			throw failure(Reason.ALREADY_EXISTS, kind, key);
		}
		Map<String, Object> namespace = table(ResourceKind.NAMESPACE).get(ObjectKey.of(key.namespace()));
		if (kind.namespaced() && (namespace == null || namespace.containsKey("status"))) {
			throw failure((namespace != null) ? Reason.FORBIDDEN : Reason.NOT_FOUND, kind, key);
		}
		Map<String, Object> tree = Json.tree(object);
		Map<String, Object> metadata = metadata(tree);
		metadata.put("uid", "uid-" + ++this.uids);
		metadata.put("creationTimestamp", this.time.get());
		metadata.put("generation", 1L);
		metadata.remove("resourceVersion");
		return store(kind, key, null, tree, writer);
	}

	GenericKubernetesResource replace(ResourceKind kind, GenericKubernetesResource object, Writer writer) {
		Map<String, Object> before = checked(kind, object);
		Map<String, Object> tree = Json.tree(object);
		Map<String, Object> metadata = metadata(tree);
		Map<String, Object> old = metadata(before);
		metadata.put("uid", old.get("uid"));
		metadata.put("creationTimestamp", old.get("creationTimestamp"));
		boolean same = String.valueOf(before.get("spec")).equals(String.valueOf(tree.get("spec")));
		metadata.put("generation", ((Number) old.get("generation")).longValue() + (same ? 0 : 1));
		if (before.containsKey("status")) {
			tree.put("status", before.get("status"));
		}
		return store(kind, key(object), before, tree, writer);
	}

	GenericKubernetesResource replaceStatus(ResourceKind kind, GenericKubernetesResource object, Writer writer) {
		Map<String, Object> before = checked(kind, object);
		Map<String, Object> tree = Json.tree(Json.object(before));
		tree.put("status", Json.tree(object).get("status"));
		return store(kind, key(object), before, tree, writer);
	}

	void delete(ResourceKind kind, ObjectKey key, String uid, @Nullable String resourceVersion, Writer writer) {
		Map<String, Object> before = table(kind).get(key);
		if (before == null) {
			throw failure(Reason.NOT_FOUND, kind, key);
		}
		boolean moved = resourceVersion != null && !resourceVersion.equals(metadata(before).get("resourceVersion"));
		if (!uid.equals(metadata(before).get("uid")) || (moved && !this.careless)) {
			throw failure(Reason.CONFLICT, kind, key);
		}
		store(kind, key, before, null, writer);
	}

	private Map<String, Object> checked(ResourceKind kind, GenericKubernetesResource object) {
		ObjectKey key = key(object);
		Map<String, Object> before = table(kind).get(key);
		if (before == null) {
			throw failure(Reason.NOT_FOUND, kind, key);
		}
		String version = object.getMetadata().getResourceVersion();
		String uid = object.getMetadata().getUid();
		boolean moved = version != null && !version.equals(metadata(before).get("resourceVersion"));
		boolean lax = this.careless && kind.equals(ResourceKind.VIRTUAL_SERVICE);
		if ((moved && !lax) || (uid != null && !uid.equals(metadata(before).get("uid")))) {
			throw failure(Reason.CONFLICT, kind, key);
		}
		return before;
	}

	private GenericKubernetesResource store(ResourceKind kind, ObjectKey key, @Nullable Map<String, Object> before,
			@Nullable Map<String, Object> after, Writer writer) {
		if (after != null && before != null && after.equals(before)) {
			return Json.object(before);
		}
		this.revision++;
		if (after != null) {
			metadata(after).put("resourceVersion", String.valueOf(this.revision));
			table(kind).put(key, after);
		}
		else {
			table(kind).remove(key);
		}
		GenericKubernetesResource stored = (after != null) ? Json.object(after) : null;
		Event event = new Event(this.revision, kind, key, (before != null) ? Json.object(before) : null, stored,
				writer);
		events(kind).add(event);
		this.listeners.forEach((listener) -> listener.accept(event));
		return Json.object((after != null) ? after : before);
	}

	private TreeMap<ObjectKey, Map<String, Object>> table(ResourceKind kind) {
		return this.objects.computeIfAbsent(kind, (any) -> new TreeMap<>());
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> metadata(Map<String, Object> tree) {
		return (Map<String, Object>) tree.computeIfAbsent("metadata", (any) -> new LinkedHashMap<String, Object>());
	}

	static ObjectKey key(GenericKubernetesResource object) {
		String namespace = object.getMetadata().getNamespace();
		return new ObjectKey((namespace != null) ? namespace : "", object.getMetadata().getName());
	}

	private static ClusterException failure(Reason reason, ResourceKind kind, ObjectKey key) {
		return new ClusterException(reason, reason + " " + kind.kind() + " " + key, List.of(), null, null);
	}

	/**
	 * Who writes.
	 *
	 * @param name the user name
	 * @param subject the change it is done for; {@code null} if the portal doesn't write
	 * @param view the revision up to which the portal had judged by
	 */
	record Writer(String name, @Nullable ObjectKey subject, long view) {

		static Writer of(String name) {
			return new Writer(name, null, 0);
		}

	}

	/**
	 * Something that was written.
	 *
	 * @param version the revision it made
	 * @param kind the kind
	 * @param key the object
	 * @param before the object before; {@code null} if there was none
	 * @param after the object after; {@code null} if it is gone
	 * @param writer who wrote
	 */
	record Event(long version, ResourceKind kind, ObjectKey key, @Nullable GenericKubernetesResource before,
			@Nullable GenericKubernetesResource after, Writer writer) {

	}

}
