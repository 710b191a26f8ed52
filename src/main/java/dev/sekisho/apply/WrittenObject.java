package dev.sekisho.apply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

import dev.sekisho.change.Hashes;
import dev.sekisho.change.Json;

/**
 * The object that applying a change writes. A pure function.
 */
final class WrittenObject {

	/** The annotation that tells a write of ours: the uid of the change. */
	static final String CHANGE = "sekisho.dev/change";

	private WrittenObject() {
	}

	/**
	 * A new object: what was approved, without labels and annotations that tools write
	 * for themselves, which no reviewer saw.
	 * @param proposed the approved VirtualService
	 * @param changeUid the uid of the change
	 * @return the object to create
	 */
	static GenericKubernetesResource created(GenericKubernetesResource proposed, String changeUid) {
		Map<String, Object> tree = Json.tree(proposed);
		for (String member : List.of("labels", "annotations")) {
			Map<String, Object> entries = member(member(tree, "metadata"), member);
			entries.keySet().removeIf((key) -> !Hashes.content(key));
			if (entries.isEmpty()) {
				member(tree, "metadata").remove(member);
			}
		}
		annotations(tree).put(CHANGE, changeUid);
		return Json.object(tree);
	}

	/**
	 * The live object with the approved content: {@code spec} replaced; labels and
	 * annotations that are content as approved, those of tools as they are; everything
	 * else untouched. The live object has the content of the baseline, so what the change
	 * removed is what the live object has and the approved one hasn't.
	 * @param live the live object as read, whose hash is the baseline's
	 * @param proposed the approved VirtualService
	 * @param changeUid the uid of the change
	 * @return the object to write, with the live object's resourceVersion
	 */
	static GenericKubernetesResource replaced(GenericKubernetesResource live, GenericKubernetesResource proposed,
			String changeUid) {
		Map<String, Object> tree = Json.tree(live);
		Map<String, Object> approved = Json.tree(proposed);
		tree.put("spec", approved.get("spec"));
		merge(tree, approved, "labels");
		merge(tree, approved, "annotations");
		annotations(tree).put(CHANGE, changeUid);
		return Json.object(tree);
	}

	private static void merge(Map<String, Object> tree, Map<String, Object> approved, String member) {
		Map<String, Object> merged = member(member(tree, "metadata"), member);
		merged.keySet().removeIf(Hashes::content);
		member(member(approved, "metadata"), member).forEach((key, value) -> {
			if (Hashes.content(key)) {
				merged.put(key, value);
			}
		});
		if (merged.isEmpty()) {
			member(tree, "metadata").remove(member);
		}
	}

	private static Map<String, Object> annotations(Map<String, Object> tree) {
		return member(member(tree, "metadata"), "annotations");
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> member(Map<String, Object> tree, String name) {
		Object member = tree.get(name);
		if (!(member instanceof Map<?, ?>)) {
			member = new LinkedHashMap<String, Object>();
			tree.put(name, member);
		}
		return (Map<String, Object>) member;
	}

}
