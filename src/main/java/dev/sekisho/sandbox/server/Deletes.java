package dev.sekisho.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.ObjectStore;
import dev.sekisho.sandbox.store.ResourceType;

/**
 * Deletes objects: at once, or when their last finalizer goes. Pods, too, go at once.
 */
final class Deletes {

	private final ObjectStore store;

	private final Namespaces namespaces;

	Deletes(ObjectStore store, Namespaces namespaces) {
		this.store = store;
		this.namespaces = namespaces;
	}

	Reply delete(Call call, Resource resource) {
		ObjectNode options = call.object();
		ResourceType type = resource.type();
		ObjectNode object = this.store.find(type, resource.path().namespace(), resource.path().name())
			.orElseThrow(() -> ApiFailure.notFound(type, resource.path().name()));
		checkPreconditions(type, object, options.path("preconditions"));
		if (isDryRun(call, options)) {
			return Reply.ok(success(type, object));
		}
		if (this.namespaces.isNamespace(type)) {
			return Reply.ok(resource.shown(this.namespaces.delete(object)));
		}
		return delete(type, object) ? Reply.ok(success(type, object)) : Reply.ok(resource.shown(object));
	}

	Reply deleteCollection(Call call, Resource resource) {
		boolean dryRun = isDryRun(call, call.object());
		Selection selection = Selection.of(call.query(), resource.type());
		ObjectNode list = Json.object("kind", resource.type().kind() + "List", "apiVersion", resource.apiVersion());
		list.putObject("metadata").put("resourceVersion", Long.toString(this.store.revision()));
		ArrayNode items = list.putArray("items");
		for (ObjectNode object : this.store.list(resource.type(), resource.path().namespace()).items()) {
			if (selection.matches(object)) {
				items.add(resource.shown(object));
				if (!dryRun) {
					delete(resource.type(), object);
				}
			}
		}
		return Reply.ok(list);
	}

	private static boolean isDryRun(Call call, JsonNode options) {
		return call.dryRun() || Json.texts(options.path("dryRun")).contains("All");
	}

	// Whether the object is gone; otherwise it waits for its finalizers.
	private boolean delete(ResourceType type, ObjectNode object) {
		if (!Metadata.finalized(object)) {
			if (!Metadata.terminating(object)) {
				ObjectNode terminating = object.deepCopy();
				terminating.withObject("/metadata")
					.put("deletionTimestamp", Metadata.now())
					.put("deletionGracePeriodSeconds", 0);
				require(this.store.replace(type, object, terminating), type, object);
			}
			return false;
		}
		require(this.store.remove(type, object), type, object);
		return true;
	}

	private static void require(boolean done, ResourceType type, ObjectNode object) {
		if (!done) {
			throw ApiFailure.modified(type, Metadata.name(object));
		}
	}

	private static void checkPreconditions(ResourceType type, ObjectNode object, JsonNode preconditions) {
		String uid = Json.text(preconditions, "uid");
		String realUid = Json.text(object, "metadata", "uid");
		if (!uid.isEmpty() && !uid.equals(realUid)) {
			throw ApiFailure.conflict(type, Metadata.name(object),
					("the UID in the precondition (%s) does not match the UID in record (%s). The object might have been "
							+ "deleted and then recreated")
						.formatted(uid, realUid));
		}
		String version = Json.text(preconditions, "resourceVersion");
		String realVersion = Json.text(object, "metadata", "resourceVersion");
		if (!version.isEmpty() && !version.equals(realVersion)) {
			throw ApiFailure.conflict(type, Metadata.name(object),
					("the ResourceVersion in the precondition (%s) does not match the ResourceVersion in record (%s). The "
							+ "object might have been modified")
						.formatted(version, realVersion));
		}
	}

	private static ObjectNode success(ResourceType type, ObjectNode object) {
		ObjectNode status = Json.object("kind", "Status", "apiVersion", "v1", "status", "Success");
		status.putObject("metadata");
		status.putObject("details")
			.put("name", Metadata.name(object))
			.put("group", type.group())
			.put("kind", type.plural())
			.put("uid", Json.text(object, "metadata", "uid"));
		return status;
	}

}
