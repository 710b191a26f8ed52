package dev.sekisho.check.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * JSON as the plain maps and lists of a patch.
 */
final class Plain {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private Plain() {
	}

	static Object of(JsonNode node) {
		return MAPPER.convertValue(node, Object.class);
	}

}
