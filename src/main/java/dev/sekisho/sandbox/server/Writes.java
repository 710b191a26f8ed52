package dev.sekisho.sandbox.server;

import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.ObjectStore;
import dev.sekisho.sandbox.store.ResourceType;

/**
 * Creates and updates objects.
 */
final class Writes {

	private static final int ATTEMPTS = 10;

	private final ObjectStore store;

	private final Namespaces namespaces;

	private final Admission admission;

	Writes(ObjectStore store, Namespaces namespaces, Admission admission) {
		this.store = store;
		this.namespaces = namespaces;
		this.admission = admission;
	}

	Reply create(Call call, Resource resource) {
		return create(call, resource, call.object());
	}

	private Reply create(Call call, Resource resource, ObjectNode object) {
		ResourceType type = resource.type();
		Validation.checkKind(resource, object);
		List<String> warnings = Validation.prune(call, type, object);
		if (type.status()) {
			object.remove("status");
		}
		Metadata.forCreate(resource, object);
		this.namespaces.checkCreate(resource, Metadata.name(object));
		if (this.namespaces.isNamespace(type)) {
			this.namespaces.complete(object);
		}
		Validation.checkSchema(type, object, null);
		this.admission.check(new PolicyRequest(call.user(), resource, object, null));
		ManagedFields.note(call, "", object);
		store(call, type, object);
		return new Reply(201, resource.shown(object), warnings);
	}

	private void store(Call call, ResourceType type, ObjectNode object) {
		boolean free = call.dryRun()
				? this.store.find(type, Metadata.namespace(object), Metadata.name(object)).isEmpty()
				: this.store.create(type, object);
		if (!free) {
			throw ApiFailure.alreadyExists(type, Metadata.name(object));
		}
	}

	Reply replace(Call call, Resource resource) {
		ObjectNode object = call.object();
		Validation.checkKind(resource, object);
		List<String> warnings = Validation.prune(call, resource.type(), object);
		return update(call, resource, warnings, (previous) -> object.deepCopy());
	}

	Reply patch(Call call, Resource resource) {
		Patch patch = Patch.of(call);
		boolean absent = this.store.find(resource.type(), resource.path().namespace(), resource.path().name())
			.isEmpty();
		if (absent && patch.creates()) {
			ObjectNode object = patch.apply(Json.object());
			object.withObject("/metadata").put("name", resource.path().name());
			return create(call, resource, object);
		}
		return update(call, resource, List.of(), (previous) -> {
			ObjectNode patched = patch.apply(resource.shown(previous).deepCopy());
			Validation.checkKind(resource, patched);
			Validation.prune(call, resource.type(), patched);
			return patched;
		});
	}

	// Repeats what was overtaken: if it named a resourceVersion, the next round says so.
	private Reply update(Call call, Resource resource, List<String> warnings, UnaryOperator<ObjectNode> change) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			ObjectNode previous = find(resource);
			ObjectNode object = change.apply(previous);
			complete(resource, object, previous);
			ManagedFields.keep(object, previous);
			Validation.checkSchema(resource.type(), object, previous);
			this.admission.check(new PolicyRequest(call.user(), resource, object, previous));
			if (Json.same(object, previous)) {
				return new Reply(200, resource.shown(previous), warnings);
			}
			ManagedFields.note(call, resource.path().subresource(), object);
			if (call.dryRun() || save(resource.type(), object, previous)) {
				return new Reply(200, resource.shown(object), warnings);
			}
		}
		throw ApiFailure.modified(resource.type(), resource.path().name());
	}

	private ObjectNode find(Resource resource) {
		return this.store.find(resource.type(), resource.path().namespace(), resource.path().name())
			.orElseThrow(() -> ApiFailure.notFound(resource.type(), resource.path().name()));
	}

	private static void complete(Resource resource, ObjectNode object, ObjectNode previous) {
		Metadata.forUpdate(resource, object, previous);
		object.put("apiVersion", Json.text(previous, "apiVersion"));
		if ("status".equals(resource.path().subresource())) {
			keepAllBut(object, previous);
		}
		else if (resource.type().status()) {
			object.remove("status");
			if (previous.has("status")) {
				object.set("status", previous.path("status"));
			}
		}
		countGeneration(resource.type(), object, previous);
	}

	// A write of the status changes nothing else.
	private static void keepAllBut(ObjectNode object, ObjectNode previous) {
		object.retain("status");
		previous.properties().forEach((field) -> {
			if (!"status".equals(field.getKey())) {
				object.set(field.getKey(), field.getValue().deepCopy());
			}
		});
	}

	private static void countGeneration(ResourceType type, ObjectNode object, ObjectNode previous) {
		List<String> uncounted = type.status() ? List.of("metadata", "status") : List.of("metadata");
		if (type.generation()
				&& !Json.same(object.deepCopy().remove(uncounted), previous.deepCopy().remove(uncounted))) {
			object.withObject("/metadata").put("generation", previous.path("metadata").path("generation").asLong() + 1);
		}
	}

	private boolean save(ResourceType type, ObjectNode object, ObjectNode previous) {
		if (Metadata.terminating(object) && Metadata.finalized(object)) {
			boolean removed = this.store.remove(type, previous);
			this.namespaces.removeIfEmpty(Metadata.namespace(object));
			return removed;
		}
		return this.store.replace(type, previous, object);
	}

}
