package dev.sekisho.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;

import dev.sekisho.check.JsonPatchOperation;

/**
 * Writes objects as YAML in one form, so that two texts differ only where the objects do:
 * the members of objects as people are used to them, the rest by name.
 */
public final class Yaml {

	private static final List<String> FIRST = List.of("apiVersion", "kind", "metadata", "namespace", "name", "labels",
			"annotations", "spec", "hosts", "gateways", "match", "uri", "rewrite", "redirect", "route", "destination",
			"host", "port", "subset", "weight");

	private Yaml() {
	}

	/**
	 * Reads one object, from JSON if the text begins as that does.
	 * @param text the text
	 * @return the object as a tree
	 * @throws InputRefused if it can't be read or is none
	 */
	public static Map<String, Object> read(String text) {
		Document document = Document.read(text);
		if (!document.problems().isEmpty()) {
			throw new InputRefused(document.problems());
		}
		if (!(document.root() instanceof Map<?, ?> root)) {
			throw new InputRefused(InputProblem.at("", (document.root() != null) ? "not-an-object" : "empty"));
		}
		return Json.copy(Trees.map(root));
	}

	/**
	 * Writes an object.
	 * @param object the object
	 * @return its YAML, ending with a line break
	 */
	public static String write(GenericKubernetesResource object) {
		return dump(Json.tree(object));
	}

	/**
	 * Writes a JSON patch, as {@code kubectl patch --type json --patch-file} takes it.
	 * @param operations its operations
	 * @return its YAML, ending with a line break
	 */
	public static String write(List<JsonPatchOperation> operations) {
		List<Map<String, Object>> list = new ArrayList<>();
		for (JsonPatchOperation operation : operations) {
			Map<String, Object> tree = new LinkedHashMap<>();
			tree.put("op", operation.op());
			tree.put("path", operation.path());
			if (operation.value() != null) {
				tree.put("value", operation.value());
			}
			list.add(tree);
		}
		return dump(list);
	}

	private static String dump(Object tree) {
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setWidth(1000);
		options.setSplitLines(false);
		options.setIndent(2);
		return new org.yaml.snakeyaml.Yaml(options).dump(ordered(tree));
	}

	/**
	 * Writes what of a VirtualService counts: without what servers and tools fill in.
	 * @param virtualService the object
	 * @return its YAML, ending with a line break
	 */
	public static String content(GenericKubernetesResource virtualService) {
		Map<String, Object> content = Hashes.content(virtualService);
		Map<String, Object> metadata = new LinkedHashMap<>();
		for (String name : List.of("namespace", "name", "labels", "annotations")) {
			Object value = content.get(name);
			if (value != null && !Map.of().equals(value)) {
				metadata.put(name, value);
			}
		}
		Map<String, Object> tree = new LinkedHashMap<>();
		tree.put("apiVersion", virtualService.getApiVersion());
		tree.put("kind", "VirtualService");
		tree.put("metadata", metadata);
		tree.put("spec", content.getOrDefault("spec", Map.of()));
		return write(Json.object(tree));
	}

	private static @Nullable Object ordered(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			Map<String, Object> rest = new TreeMap<>();
			map.forEach((key, member) -> {
				if (member != null) {
					rest.put(String.valueOf(key), member);
				}
			});
			Map<String, @Nullable Object> members = new LinkedHashMap<>();
			FIRST.forEach((name) -> {
				if (rest.containsKey(name)) {
					members.put(name, ordered(rest.remove(name)));
				}
			});
			rest.forEach((name, member) -> members.put(name, ordered(member)));
			return members;
		}
		if (value instanceof List<?> list) {
			List<@Nullable Object> elements = new ArrayList<>();
			list.forEach((element) -> elements.add(ordered(element)));
			return elements;
		}
		return value;
	}

}
