package dev.sekisho.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

import dev.sekisho.check.JsonPatchOperation;

/**
 * Says a change as a JSON patch (RFC 6902) of the live VirtualService, for those who
 * write it at its source themselves. Labels and annotations that tools keep stay.
 */
public final class LivePatch {

	private LivePatch() {
	}

	/**
	 * The operations that make the live object what is proposed.
	 * @param live the live object; {@code null} if there is none
	 * @param proposed how it shall be; {@code null} for a delete
	 * @return the operations; empty if there are not both, or nothing differs
	 */
	public static List<JsonPatchOperation> between(@Nullable GenericKubernetesResource live,
			@Nullable GenericKubernetesResource proposed) {
		List<JsonPatchOperation> operations = new ArrayList<>();
		if (live != null && proposed != null) {
			metadata("labels", live.getMetadata().getLabels(), proposed, operations);
			metadata("annotations", live.getMetadata().getAnnotations(), proposed, operations);
			Object wanted = Hashes.content(proposed).get("spec");
			if (wanted != null && !Hashes.of(wanted).equals(Hashes.of(spec(live)))) {
				operations.add(new JsonPatchOperation("replace", "/spec", wanted));
			}
		}
		return operations;
	}

	private static Object spec(GenericKubernetesResource object) {
		return Hashes.content(object).getOrDefault("spec", Map.of());
	}

	private static void metadata(String kind, @Nullable Map<String, String> live, GenericKubernetesResource proposed,
			List<JsonPatchOperation> operations) {
		Map<String, Object> wanted = Trees.map(Hashes.content(proposed).get(kind));
		if (live == null || live.isEmpty()) {
			if (!wanted.isEmpty()) {
				operations.add(new JsonPatchOperation("add", "/metadata/" + kind, wanted));
			}
			return;
		}
		TreeSet<String> keys = new TreeSet<>(wanted.keySet());
		live.keySet().stream().filter(Hashes::content).forEach(keys::add);
		for (String key : keys) {
			String path = "/metadata/" + kind + "/" + key.replace("~", "~0").replace("/", "~1");
			Object value = wanted.get(key);
			if (value == null) {
				operations.add(new JsonPatchOperation("remove", path, null));
			}
			else if (!value.equals(live.get(key))) {
				operations.add(new JsonPatchOperation(live.containsKey(key) ? "replace" : "add", path, value));
			}
		}
	}

}
