package dev.sekisho.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;

import dev.sekisho.sandbox.store.MergePatch;

/**
 * A patch. Server-side apply merges, without owners and conflicts; a strategic merge is a
 * merge as long as there are no lists in it.
 *
 * @param type the content type
 * @param body the patch
 */
record Patch(String type, JsonNode body) {

	private static final String APPLY = "application/apply-patch+yaml";

	static Patch of(Call call) {
		Patch patch = new Patch(call.contentType(), call.tree());
		switch (patch.type()) {
			case "application/json-patch+json", "application/merge-patch+json", APPLY -> {
			}
			case "application/strategic-merge-patch+json" -> patch.checkStrategic(patch.body());
			default -> throw ApiFailure.unsupportedMediaType(patch.type());
		}
		return patch;
	}

	private void checkStrategic(JsonNode node) {
		if (node.isArray() || node.has("$patch")) {
			throw ApiFailure.of(415, "UnsupportedMediaType",
					"the sandbox doesn't merge lists strategically; use a merge patch (kubectl patch --type=merge)");
		}
		node.forEach(this::checkStrategic);
	}

	boolean creates() {
		return APPLY.equals(this.type);
	}

	/**
	 * Applies the patch.
	 * @param object the object, which may be changed
	 * @return the patched object
	 */
	ObjectNode apply(ObjectNode object) {
		JsonNode patched = (this.body instanceof ArrayNode operations) ? applyOperations(operations, object)
				: MergePatch.apply(object, this.body);
		if (patched instanceof ObjectNode result) {
			return result;
		}
		throw ApiFailure.badRequest("the patch doesn't leave an object");
	}

	private static JsonNode applyOperations(ArrayNode operations, ObjectNode object) {
		try {
			return JsonPatch.apply(operations, object);
		}
		catch (JsonPatchException ex) {
			throw ApiFailure.of(422, "Invalid",
					"the server rejected our request due to an error in our request: " + ex.getMessage());
		}
	}

}
