package dev.sekisho.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.ObjectStore;
import dev.sekisho.sandbox.store.ResourceType;
import dev.sekisho.sandbox.store.ResourceTypes;

/**
 * The objects that a sandbox began with. Stored nodes are never changed, so this costs
 * nothing but references.
 */
final class SeededObjects {

	private final Map<String, List<ObjectNode>> objects = new HashMap<>();

	SeededObjects(ObjectStore store, ResourceTypes types) {
		types.all().forEach((type) -> this.objects.put(type.qualifiedName(), store.list(type, "").items()));
	}

	List<ObjectNode> of(ResourceType type) {
		return this.objects.getOrDefault(type.qualifiedName(), List.of());
	}

	Optional<ObjectNode> same(ResourceType type, ObjectNode object) {
		return of(type).stream().filter((seeded) -> place(seeded).equals(place(object))).findFirst();
	}

	private static String place(ObjectNode object) {
		return Json.text(object, "metadata", "namespace") + "/" + Json.text(object, "metadata", "name");
	}

}
