package dev.sekisho.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/**
 * A field of a VirtualService that differs between two states of it.
 *
 * @param path where, such as {@code spec.http[0].timeout}; labels and annotations as
 * {@code metadata.labels["team"]}
 * @param before the value in the first state as JSON; {@code null} if it wasn't there
 * @param after the value in the second state as JSON; {@code null} if it isn't there
 */
public record FieldChange(String path, @Nullable String before, @Nullable String after) {

	/**
	 * Compares what counts of two VirtualServices. Elements of lists are compared by
	 * their position, as the order of routes matters.
	 * @param before the first state
	 * @param after the second state
	 * @return the fields that differ, in the order of their paths
	 */
	static List<FieldChange> between(GenericKubernetesResource before, GenericKubernetesResource after) {
		List<FieldChange> changes = new ArrayList<>();
		compare("", content(before), content(after), changes);
		return changes;
	}

	private static Map<String, Object> content(GenericKubernetesResource object) {
		Map<String, Object> content = Hashes.content(object);
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("labels", content.getOrDefault("labels", Map.of()));
		metadata.put("annotations", content.getOrDefault("annotations", Map.of()));
		return Map.of("metadata", metadata, "spec", content.getOrDefault("spec", Map.of()));
	}

	private static void compare(String path, @Nullable Object before, @Nullable Object after,
			List<FieldChange> changes) {
		if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
			TreeSet<String> names = new TreeSet<>(Trees.map(one).keySet());
			names.addAll(Trees.map(other).keySet());
			names.forEach((name) -> compare(member(path, name), one.get(name), other.get(name), changes));
		}
		else if (before instanceof List<?> one && after instanceof List<?> other) {
			for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
				compare(path + "[" + i + "]", at(one, i), at(other, i), changes);
			}
		}
		else if (!same(before, after)) {
			changes.add(new FieldChange(path, text(before), text(after)));
		}
	}

	private static boolean same(@Nullable Object before, @Nullable Object after) {
		return Objects.equals(before, after) || Objects.equals(text(before), text(after));
	}

	private static String member(String path, String name) {
		if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
			return path + "[" + Json.write(name) + "]";
		}
		return path.isEmpty() ? name : path + "." + name;
	}

	private static @Nullable Object at(List<?> list, int index) {
		return (index < list.size()) ? list.get(index) : null;
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? Json.write(value) : null;
	}

}
