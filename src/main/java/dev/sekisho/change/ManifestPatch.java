package dev.sekisho.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sekisho.check.JsonPatchOperation;

/**
 * Applies a repair, a JSON patch (RFC 6902) of add, replace and remove, to a manifest.
 */
final class ManifestPatch {

	private final Map<String, Object> tree;

	ManifestPatch(Map<String, Object> tree) {
		this.tree = tree;
	}

	Map<String, Object> apply(List<JsonPatchOperation> operations) {
		operations.forEach(this::apply);
		return this.tree;
	}

	private void apply(JsonPatchOperation operation) {
		List<String> names = new ArrayList<>();
		for (String name : operation.path().substring(Math.min(1, operation.path().length())).split("/", -1)) {
			names.add(name.replace("~1", "/").replace("~0", "~"));
		}
		String last = names.remove(names.size() - 1);
		boolean add = !operation.op().equals("remove");
		Object parent = this.tree;
		for (String name : names) {
			parent = inside(parent, name, add, operation);
		}
		change(parent, last, operation);
	}

	@SuppressWarnings("unchecked")
	private static Object inside(Object parent, String name, boolean add, JsonPatchOperation operation) {
		Object child = null;
		if (parent instanceof Map<?, ?> map) {
			child = map.get(name);
			if (child == null && add) {
				child = new LinkedHashMap<String, Object>();
				((Map<String, Object>) map).put(name, child);
			}
		}
		else if (parent instanceof List<?> list && index(name, list.size() - 1, operation) >= 0) {
			child = list.get(index(name, list.size() - 1, operation));
		}
		if (child == null) {
			throw unfit(operation);
		}
		return child;
	}

	@SuppressWarnings("unchecked")
	private static void change(Object parent, String name, JsonPatchOperation operation) {
		Object value = operation.value();
		if (parent instanceof Map<?, ?>) {
			change((Map<String, @Nullable Object>) parent, name, value, operation);
		}
		else if (parent instanceof List<?>) {
			change((List<@Nullable Object>) parent, name, value, operation);
		}
		else {
			throw unfit(operation);
		}
	}

	private static void change(Map<String, @Nullable Object> map, String name, @Nullable Object value,
			JsonPatchOperation operation) {
		if (operation.op().equals("remove")) {
			map.remove(name);
		}
		else {
			map.put(name, value);
		}
	}

	private static void change(List<@Nullable Object> list, String name, @Nullable Object value,
			JsonPatchOperation operation) {
		switch (operation.op()) {
			case "remove" -> list.remove(index(name, list.size() - 1, operation));
			case "replace" -> list.set(index(name, list.size() - 1, operation), value);
			default -> list.add(name.equals("-") ? list.size() : index(name, list.size(), operation), value);
		}
	}

	private static int index(String name, int most, JsonPatchOperation operation) {
		if (!name.matches("[0-9]{1,6}") || Integer.parseInt(name) > most) {
			throw unfit(operation);
		}
		return Integer.parseInt(name);
	}

	private static InputRefused unfit(JsonPatchOperation operation) {
		return new InputRefused(InputProblem.at(operation.path(), "repair-unfit"));
	}

}
