package dev.sekisho.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads JSON trees without trusting their shape.
 */
final class Trees {

	private Trees() {
	}

	static Map<String, Object> map(@Nullable Object value) {
		Map<String, Object> map = new LinkedHashMap<>();
		if (value instanceof Map<?, ?> members) {
			members.forEach((key, member) -> {
				if (member != null) {
					map.put(String.valueOf(key), member);
				}
			});
		}
		return map;
	}

	static List<Map<String, Object>> maps(@Nullable Object value) {
		return (value instanceof List<?> list) ? list.stream().map(Trees::map).toList() : List.of();
	}

	static List<String> texts(@Nullable Object value) {
		return (value instanceof List<?> list)
				? list.stream().filter(String.class::isInstance).map(String.class::cast).toList() : List.of();
	}

	static String text(@Nullable Object value) {
		return (value != null && !(value instanceof Map) && !(value instanceof List)) ? String.valueOf(value) : "";
	}

	static long number(@Nullable Object value) {
		return (value instanceof Number number) ? number.longValue() : 0;
	}

	/**
	 * A member somewhere below.
	 * @param tree the tree
	 * @param names the names on the way
	 * @return the member; {@code null} if there is none
	 */
	static @Nullable Object at(@Nullable Object tree, String... names) {
		Object value = tree;
		for (String name : names) {
			value = (value instanceof Map<?, ?> map) ? map.get(name) : null;
		}
		return value;
	}

}
