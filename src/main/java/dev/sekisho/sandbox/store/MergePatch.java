package dev.sekisho.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Merge patches, as in RFC 7386.
 */
public final class MergePatch {

	private MergePatch() {
	}

	/**
	 * Applies a patch.
	 * @param target what is patched; an object is changed in place
	 * @param patch the patch
	 * @return the patched tree
	 */
	public static JsonNode apply(JsonNode target, JsonNode patch) {
		if (!(patch instanceof ObjectNode changes)) {
			return patch;
		}
		ObjectNode merged = (target instanceof ObjectNode object) ? object : Json.object();
		changes.properties().forEach((change) -> {
			if (change.getValue().isNull()) {
				merged.remove(change.getKey());
			}
			else {
				merged.set(change.getKey(), apply(merged.path(change.getKey()), change.getValue()));
			}
		});
		return merged;
	}

	/**
	 * The patch that takes back another one, and touches nothing that the other doesn't.
	 * @param patch the other one
	 * @param original what stood there before
	 * @return the patch
	 */
	public static JsonNode inverse(JsonNode patch, JsonNode original) {
		if (!(patch instanceof ObjectNode changes) || !(original instanceof ObjectNode)) {
			return original.isMissingNode() ? NullNode.getInstance() : original.deepCopy();
		}
		ObjectNode back = Json.object();
		changes.properties()
			.forEach((change) -> back.set(change.getKey(), inverse(change.getValue(), original.path(change.getKey()))));
		return back;
	}

}
