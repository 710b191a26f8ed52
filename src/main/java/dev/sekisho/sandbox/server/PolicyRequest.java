package dev.sekisho.sandbox.server;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.sekisho.sandbox.access.User;
import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.ResourceType;

/**
 * A write as admission policies see it.
 *
 * @param user who writes
 * @param resource where
 * @param object the object
 * @param previous the object before; {@code null} if it is created
 */
record PolicyRequest(User user, Resource resource, ObjectNode object, @Nullable ObjectNode previous) {

	private static final String PORTAL = "system:serviceaccount:sekisho:sekisho";

	ResourceType type() {
		return this.resource.type();
	}

	boolean creates() {
		return this.previous == null;
	}

	boolean byPortal() {
		return this.user.username().equals(PORTAL);
	}

	boolean onStatus() {
		return this.resource.path().subresource().equals("status");
	}

	boolean ending() {
		return this.previous != null && Metadata.terminating(this.previous);
	}

	String spec(String... path) {
		return Json.text(this.object.path("spec"), path);
	}

	JsonNode metadata(String field) {
		return this.object.path("metadata").path(field);
	}

	boolean sameSpec() {
		return this.previous != null && Json.same(this.object.path("spec"), this.previous.path("spec"));
	}

	boolean sameMetadata() {
		return List.of("labels", "annotations", "ownerReferences", "finalizers").stream().allMatch(this::sameMetadata);
	}

	private boolean sameMetadata(String field) {
		JsonNode now = metadata(field);
		JsonNode before = (this.previous != null) ? this.previous.path("metadata").path(field) : now;
		return (now.isEmpty() && before.isEmpty()) || Json.same(now, before);
	}

	/**
	 * Whether the uid beside a name is the writer's, or left out.
	 * @param role the field of the spec that names somebody
	 * @return whether it is
	 */
	boolean ownUid(String role) {
		String uid = spec(role, "uid");
		return uid.isEmpty() || uid.equals(this.user.uid());
	}

	boolean ownedByItsChangeAlone() {
		for (JsonNode owner : metadata("ownerReferences")) {
			boolean change = Json.text(owner, "kind").equals("RouteChange")
					&& Json.text(owner, "apiVersion").startsWith("sekisho.dev/")
					&& Json.text(owner, "uid").equals(spec("change", "uid"))
					&& Json.text(owner, "name").equals(spec("change", "name"));
			if (!change || owner.path("controller").asBoolean() || owner.path("blockOwnerDeletion").asBoolean()) {
				return false;
			}
		}
		return true;
	}

	void require(boolean condition, String policy, String why) {
		if (!condition) {
			throw ApiFailure.denied(type(), Metadata.name(this.object), policy, why);
		}
	}

}
