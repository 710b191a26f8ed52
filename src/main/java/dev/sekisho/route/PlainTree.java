package dev.sekisho.route;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Makes trees of the maps, lists and values that parsers return, without the weight of an
 * object mapper: there may be thousands of objects, and a process that lives for a
 * second.
 */
final class PlainTree {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private PlainTree() {
	}

	static JsonNode of(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			ObjectNode object = NODES.objectNode();
			map.forEach((name, field) -> object.set(String.valueOf(name), of(field)));
			return object;
		}
		if (value instanceof Iterable<?> items && !(value instanceof JsonNode)) {
			ArrayNode array = NODES.arrayNode();
			items.forEach((item) -> array.add(of(item)));
			return array;
		}
		return (value instanceof Number number) ? number(number) : scalar(value);
	}

	private static JsonNode scalar(@Nullable Object value) {
		if (value == null) {
			return NODES.nullNode();
		}
		if (value instanceof String text) {
			return NODES.textNode(text);
		}
		return (value instanceof Boolean truth) ? NODES.booleanNode(truth) : Mapped.of(value);
	}

	private static JsonNode number(Number number) {
		if (number instanceof Integer whole) {
			return NODES.numberNode(whole.intValue());
		}
		if (number instanceof Long whole) {
			return NODES.numberNode(whole.longValue());
		}
		if (number instanceof BigInteger whole) {
			return NODES.numberNode(whole);
		}
		if (number instanceof BigDecimal decimal) {
			return NODES.numberNode(decimal);
		}
		return (number instanceof Double decimal) ? NODES.numberNode(decimal.doubleValue()) : Mapped.of(number);
	}

	/**
	 * What no parser returns.
	 */
	private static final class Mapped {

		private static final ObjectMapper MAPPER = new ObjectMapper();

		static JsonNode of(Object value) {
			return MAPPER.valueToTree(value);
		}

	}

}
