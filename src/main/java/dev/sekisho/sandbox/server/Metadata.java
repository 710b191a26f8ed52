package dev.sekisho.sandbox.server;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.schema.Violation;
import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.ResourceType;

/**
 * What the API server does to the metadata of objects that are written.
 */
final class Metadata {

	private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

	private static final SecureRandom RANDOM = new SecureRandom();

	/** Fields that an update can't change. */
	private static final List<String> KEPT = List.of("uid", "creationTimestamp", "generation", "deletionTimestamp",
			"deletionGracePeriodSeconds", "generateName", "selfLink");

	private static final Set<String> KNOWN = Set.of("name", "generateName", "namespace", "selfLink", "uid",
			"resourceVersion", "generation", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds",
			"labels", "annotations", "ownerReferences", "finalizers", "managedFields");

	private Metadata() {
	}

	static String name(JsonNode object) {
		return Json.text(object, "metadata", "name");
	}

	static String namespace(JsonNode object) {
		return Json.text(object, "metadata", "namespace");
	}

	static boolean terminating(JsonNode object) {
		return object.path("metadata").has("deletionTimestamp");
	}

	static boolean finalized(JsonNode object) {
		return object.path("metadata").path("finalizers").isEmpty();
	}

	static String now() {
		return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
	}

	/**
	 * Removes what metadata doesn't have, and managed fields, which the server notes
	 * itself.
	 * @param object the object, changed in place
	 * @return the paths of unknown fields
	 */
	static List<String> prune(ObjectNode object) {
		ObjectNode metadata = object.withObject("/metadata");
		List<String> unknown = new ArrayList<>();
		metadata.fieldNames().forEachRemaining(unknown::add);
		unknown.removeAll(KNOWN);
		metadata.remove(unknown);
		metadata.remove("managedFields");
		return unknown.stream().map((name) -> "metadata." + name).toList();
	}

	/**
	 * Completes the metadata of an object that is created.
	 * @param resource where it is created
	 * @param object the object, changed in place
	 */
	static void forCreate(Resource resource, ObjectNode object) {
		ObjectNode metadata = object.withObject("/metadata");
		if (!Json.text(metadata, "resourceVersion").isEmpty()) {
			throw ApiFailure.of(500, "", "resourceVersion should not be set on objects to be created");
		}
		if (Json.text(metadata, "name").isEmpty() && metadata.hasNonNull("generateName")) {
			metadata.put("name", Json.text(metadata, "generateName") + suffix());
		}
		placeIn(resource, metadata);
		checkName(resource.type(), Json.text(metadata, "name"));
		metadata.remove(List.of("deletionTimestamp", "deletionGracePeriodSeconds", "generation", "selfLink"));
		metadata.put("uid", UUID.randomUUID().toString()).put("creationTimestamp", now());
		if (resource.type().generation()) {
			metadata.put("generation", 1);
		}
	}

	/**
	 * Completes the metadata of an object that is updated.
	 * @param resource which
	 * @param object the object, changed in place
	 * @param previous the object before
	 */
	static void forUpdate(Resource resource, ObjectNode object, ObjectNode previous) {
		ObjectNode metadata = object.withObject("/metadata");
		String name = name(previous);
		if (!Json.text(metadata, "name").equals(name)) {
			throw ApiFailure.badRequest("the name of the object (%s) does not match the name on the URL (%s)"
				.formatted(Json.text(metadata, "name"), name));
		}
		placeIn(resource, metadata);
		checkIdentity(resource.type(), metadata, previous);
		for (String field : KEPT) {
			metadata.remove(field);
			if (previous.path("metadata").has(field)) {
				metadata.set(field, previous.path("metadata").path(field));
			}
		}
		metadata.put("resourceVersion", Json.text(previous, "metadata", "resourceVersion"));
	}

	private static void checkIdentity(ResourceType type, ObjectNode metadata, ObjectNode previous) {
		String name = name(previous);
		String version = Json.text(metadata, "resourceVersion");
		if (version.isEmpty() && type.custom()) {
			throw ApiFailure.invalid(type, name,
					List.of(Violation.invalid("metadata.resourceVersion", "0", "must be specified for an update")));
		}
		String uid = Json.text(metadata, "uid");
		String realUid = Json.text(previous, "metadata", "uid");
		if (!uid.isEmpty() && !uid.equals(realUid)) {
			throw ApiFailure.conflict(type, name,
					"Precondition failed: UID in precondition: %s, UID in object meta: %s".formatted(uid, realUid));
		}
		if (!version.isEmpty() && !version.equals(Json.text(previous, "metadata", "resourceVersion"))) {
			throw ApiFailure.modified(type, name);
		}
	}

	private static void placeIn(Resource resource, ObjectNode metadata) {
		String namespace = Json.text(metadata, "namespace");
		if (!resource.type().namespaced()) {
			metadata.remove("namespace");
		}
		else if (!namespace.isEmpty() && !namespace.equals(resource.path().namespace())) {
			throw ApiFailure.badRequest(
					"the namespace of the provided object does not match the namespace sent on the " + "request");
		}
		else {
			metadata.put("namespace", resource.path().namespace());
		}
	}

	private static void checkName(ResourceType type, String name) {
		if (name.isEmpty()) {
			throw ApiFailure.invalid(type, name,
					List.of(Violation.required("metadata.name", "name or generateName is required")));
		}
		type.names().refusal(name).ifPresent((why) -> {
			throw ApiFailure.invalid(type, name, List.of(Violation.invalid("metadata.name", "\"" + name + "\"", why)));
		});
	}

	private static String suffix() {
		StringBuilder suffix = new StringBuilder();
		for (int i = 0; i < 5; i++) {
			suffix.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
		}
		return suffix.toString();
	}

}
