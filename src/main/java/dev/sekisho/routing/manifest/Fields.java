package dev.sekisho.routing.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads a raw manifest field by field. What is absent reads as empty; what has another
 * type than expected makes the whole object unreadable.
 */
final class Fields {

	private static final Fields EMPTY = new Fields(Map.of(), "");

	private final Map<?, ?> map;

	private final String path;

	private Fields(Map<?, ?> map, String path) {
		this.map = map;
		this.path = path;
	}

	static Fields of(Map<String, ?> manifest) {
		return new Fields(manifest, "");
	}

	boolean has(String name) {
		return this.map.get(name) != null;
	}

	Fields object(String name) {
		Fields object = objectOrNull(name);
		return (object != null) ? object : EMPTY;
	}

	@Nullable Fields objectOrNull(String name) {
		Object value = this.map.get(name);
		return (value != null) ? asObject(value, at(name)) : null;
	}

	List<Fields> objects(String name) {
		List<?> list = list(name);
		if (list.isEmpty()) {
			return List.of();
		}
		List<Fields> objects = new ArrayList<>(list.size());
		int index = 0;
		for (Object value : list) {
			objects.add(asObject(value, at(name) + "[" + index++ + "]"));
		}
		return objects;
	}

	List<String> texts(String name) {
		List<?> list = list(name);
		if (list.isEmpty()) {
			return List.of();
		}
		List<String> texts = new ArrayList<>(list.size());
		for (Object value : list) {
			texts.add(asText(value, at(name)));
		}
		return List.copyOf(texts);
	}

	Map<String, Fields> objectsByKey(String name) {
		Map<?, ?> map = object(name).map;
		if (map.isEmpty()) {
			return Map.of();
		}
		Map<String, Fields> objects = new LinkedHashMap<>();
		map.forEach((key, value) -> objects.put(String.valueOf(key),
				(value != null) ? asObject(value, at(name) + "." + key) : EMPTY));
		return objects;
	}

	Map<String, String> textsByKey(String name) {
		Map<?, ?> map = object(name).map;
		if (map.isEmpty()) {
			return Map.of();
		}
		Map<String, String> texts = new LinkedHashMap<>();
		map.forEach((key, value) -> texts.put(String.valueOf(key), asText(value, at(name) + "." + key)));
		return texts;
	}

	String text(String name) {
		String text = textOrNull(name);
		return (text != null) ? text : "";
	}

	@Nullable String textOrNull(String name) {
		Object value = this.map.get(name);
		return (value != null) ? asText(value, at(name)) : null;
	}

	boolean flag(String name) {
		Object value = this.map.get(name);
		if (value == null) {
			return false;
		}
		if (value instanceof Boolean flag) {
			return flag;
		}
		throw new UnreadableObjectException(at(name) + " is not a boolean");
	}

	long number(String name) {
		Double number = decimalOrNull(name);
		return (number != null) ? number.longValue() : 0;
	}

	@Nullable Double decimalOrNull(String name) {
		Object value = this.map.get(name);
		if (value == null) {
			return null;
		}
		if (value instanceof Number number) {
			return number.doubleValue();
		}
		throw new UnreadableObjectException(at(name) + " is not a number");
	}

	@Nullable Object raw(String name) {
		return this.map.get(name);
	}

	private List<?> list(String name) {
		Object value = this.map.get(name);
		if (value == null) {
			return List.of();
		}
		if (value instanceof List<?> list) {
			return list;
		}
		throw new UnreadableObjectException(at(name) + " is not a list");
	}

	private String at(String name) {
		return this.path.isEmpty() ? name : this.path + "." + name;
	}

	private static Fields asObject(@Nullable Object value, String path) {
		if (value instanceof Map<?, ?> map) {
			return new Fields(map, path);
		}
		throw new UnreadableObjectException(path + " is not an object");
	}

	private static String asText(@Nullable Object value, String path) {
		if (value instanceof String text) {
			return text;
		}
		throw new UnreadableObjectException(path + " is not a string");
	}

}
