package dev.sekisho.sandbox.server;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.access.AccessQuestion;
import dev.sekisho.sandbox.access.User;
import dev.sekisho.sandbox.schema.Violation;
import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.ResourceType;

/**
 * A call that fails, as the Status object that says so.
 */
final class ApiFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int code;

	private final String reason;

	private final transient ObjectNode details;

	private ApiFailure(int code, String reason, String message, ObjectNode details) {
		super(message, null, false, false);
		this.code = code;
		this.reason = reason;
		this.details = details;
	}

	static ApiFailure of(int code, String reason, String message) {
		return new ApiFailure(code, reason, message, Json.object());
	}

	static ApiFailure badRequest(String message) {
		return of(400, "BadRequest", message);
	}

	static ApiFailure unauthorized() {
		return of(401, "Unauthorized", "Unauthorized");
	}

	static ApiFailure forbidden(User user, AccessQuestion question) {
		return of(403, "Forbidden", question.refusal(user)).about(question.group(), question.resource(),
				question.name());
	}

	static ApiFailure noSuchPath() {
		return of(404, "NotFound", "the server could not find the requested resource");
	}

	static ApiFailure notFound(ResourceType type, String name) {
		return of(404, "NotFound", "%s \"%s\" not found".formatted(type.qualifiedName(), name)).about(type.group(),
				type.plural(), name);
	}

	static ApiFailure alreadyExists(ResourceType type, String name) {
		return of(409, "AlreadyExists", "%s \"%s\" already exists".formatted(type.qualifiedName(), name))
			.about(type.group(), type.plural(), name);
	}

	static ApiFailure conflict(ResourceType type, String name, String why) {
		return of(409, "Conflict",
				"Operation cannot be fulfilled on %s \"%s\": %s".formatted(type.qualifiedName(), name, why))
			.about(type.group(), type.plural(), name);
	}

	static ApiFailure modified(ResourceType type, String name) {
		return conflict(type, name,
				"the object has been modified; please apply your changes to the latest version and try again");
	}

	static ApiFailure invalid(ResourceType type, String name, List<Violation> violations) {
		String all = violations.stream().map(Violation::toString).collect(Collectors.joining(", "));
		ApiFailure failure = of(422, "Invalid", "%s \"%s\" is invalid: %s".formatted(type.qualifiedKind(), name,
				(violations.size() > 1) ? "[" + all + "]" : all))
			.about(type.group(), type.kind(), name);
		violations.forEach((violation) -> failure.details.withArray("/causes")
			.add(Json.object("reason", violation.reason(), "message", violation.message(), "field",
					violation.field())));
		return failure;
	}

	static ApiFailure denied(ResourceType type, String name, String policy, String why) {
		String denial = "ValidatingAdmissionPolicy '%1$s' with binding '%1$s' denied request: %2$s".formatted(policy,
				why);
		ApiFailure failure = of(403, "Forbidden",
				"%s \"%s\" is forbidden: %s".formatted(type.qualifiedName(), name, denial))
			.about(type.group(), type.plural(), name);
		failure.details.withArray("/causes").add(Json.object("message", denial));
		return failure;
	}

	static ApiFailure gone(String message) {
		return of(410, "Expired", message);
	}

	static ApiFailure unsupportedMediaType(String given) {
		return of(415, "UnsupportedMediaType",
				"the body of the request was in an unknown format - accepted media types include: application/json, "
						+ "application/yaml; given: " + given);
	}

	static ApiFailure methodNotAllowed() {
		return of(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
	}

	private ApiFailure about(String group, String kind, String name) {
		if (!name.isEmpty()) {
			this.details.put("name", name);
		}
		if (!group.isEmpty()) {
			this.details.put("group", group);
		}
		this.details.put("kind", kind);
		return this;
	}

	int code() {
		return this.code;
	}

	/**
	 * The failure as the API server answers it.
	 * @return the Status object
	 */
	ObjectNode status() {
		ObjectNode status = Json.object("kind", "Status", "apiVersion", "v1");
		status.putObject("metadata");
		status.put("status", "Failure").put("message", getMessage()).put("reason", this.reason);
		if (!this.details.isEmpty()) {
			status.set("details", this.details);
		}
		return status.put("code", this.code);
	}

}
