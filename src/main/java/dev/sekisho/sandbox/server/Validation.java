package dev.sekisho.sandbox.server;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.sekisho.sandbox.schema.Schema;
import dev.sekisho.sandbox.schema.Violation;
import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.ResourceType;

/**
 * Checks what is sent before it is stored.
 */
final class Validation {

	private Validation() {
	}

	/**
	 * Refuses an object that isn't of the type the path names.
	 * @param resource what the path names
	 * @param object the object
	 */
	static void checkKind(Resource resource, JsonNode object) {
		String apiVersion = Json.text(object, "apiVersion");
		String kind = Json.text(object, "kind");
		if (apiVersion.isEmpty() || kind.isEmpty()) {
			throw ApiFailure.badRequest("Object 'Kind' is missing in the body of the request");
		}
		if (!apiVersion.equals(resource.apiVersion())) {
			throw ApiFailure.badRequest("the API version in the data (%s) does not match the expected API version (%s)"
				.formatted(apiVersion, resource.apiVersion()));
		}
		if (!kind.equals(resource.type().kind())) {
			throw ApiFailure.badRequest("%s in version \"%s\" cannot be handled as a %s: kind does not match"
				.formatted(kind, apiVersion, resource.type().kind()));
		}
	}

	/**
	 * Removes unknown fields, or refuses them if the call is strict.
	 * @param call the call
	 * @param type the object's type
	 * @param object the object, changed in place
	 * @return warnings about removed fields
	 */
	static List<String> prune(Call call, ResourceType type, ObjectNode object) {
		if (!object.path("metadata").isObject()) {
			object.putObject("metadata");
		}
		List<String> unknown = new ArrayList<>(new Schema(type.schema()).prune(object));
		unknown.addAll(Metadata.prune(object));
		List<String> warnings = unknown.stream().map("unknown field \"%s\""::formatted).toList();
		if (!warnings.isEmpty() && call.strict()) {
			throw ApiFailure.badRequest("%s in version \"%s\" cannot be handled as a %s: strict decoding error: %s"
				.formatted(type.kind(), type.versions().get(0), type.kind(), String.join(", ", warnings)));
		}
		return "Ignore".equals(call.query().text("fieldValidation")) ? List.of() : warnings;
	}

	/**
	 * Refuses an object that isn't as its schema says.
	 * @param type the object's type
	 * @param object the object
	 * @param previous the object before; {@code null} if it is created
	 */
	static void checkSchema(ResourceType type, ObjectNode object, @Nullable ObjectNode previous) {
		List<Violation> violations = new ArrayList<>();
		checkTexts(object, "labels", violations);
		checkTexts(object, "annotations", violations);
		violations.addAll(new Schema(type.schema()).check(object, previous));
		if (!violations.isEmpty()) {
			throw ApiFailure.invalid(type, Metadata.name(object), violations);
		}
	}

	private static void checkTexts(ObjectNode object, String field, List<Violation> violations) {
		object.path("metadata").path(field).properties().forEach((entry) -> {
			if (!entry.getValue().isTextual()) {
				violations.add(Violation.invalid("metadata." + field, entry.getValue().toString(), "must be a string"));
			}
		});
	}

}
