package dev.sekisho.chain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields of a raw object. What is absent, or of another type than asked for, reads
 * as empty: objects are written by strangers.
 *
 * @param map the fields by name
 */
record Fields(Map<?, ?> map) {

	static final Fields NONE = new Fields(Map.of());

	static Fields of(GenericKubernetesResource object) {
		return new Fields(object.getAdditionalProperties());
	}

	Fields at(String... path) {
		Fields fields = this;
		for (String name : path) {
			fields = (fields.map.get(name) instanceof Map<?, ?> inner) ? new Fields(inner) : NONE;
		}
		return fields;
	}

	String text(String name) {
		Object value = this.map.get(name);
		return (value instanceof String || value instanceof Number || value instanceof Boolean) ? value.toString() : "";
	}

	int number(String name) {
		return (this.map.get(name) instanceof Number number) ? number.intValue() : 0;
	}

	/**
	 * A flag that may be absent.
	 * @param name the field
	 * @param absent what an absent flag means
	 * @return its value
	 */
	boolean flag(String name, boolean absent) {
		return (this.map.get(name) instanceof Boolean flag) ? flag : absent;
	}

	@Nullable Instant time(String name) {
		String text = text(name);
		if (text.isEmpty()) {
			return null;
		}
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	List<Fields> list(String name) {
		return items(name).stream().filter(Map.class::isInstance).map((item) -> new Fields((Map<?, ?>) item)).toList();
	}

	List<String> texts(String name) {
		return items(name).stream().filter(String.class::isInstance).map(String.class::cast).toList();
	}

	Map<String, String> strings(String name) {
		Map<String, String> strings = new LinkedHashMap<>();
		at(name).map.forEach((key, value) -> {
			if (key instanceof String && value instanceof String) {
				strings.put((String) key, (String) value);
			}
		});
		return strings;
	}

	boolean has(String name) {
		return this.map.get(name) != null;
	}

	private List<?> items(String name) {
		return (this.map.get(name) instanceof List<?> items) ? items : List.of();
	}

}
