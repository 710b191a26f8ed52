package dev.sekisho.sandbox.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * JSON trees as the API server reads, keeps and writes them.
 */
public final class Json {

	// An API server limits the size of an object, not that of its names.
	private static final JsonFactory FACTORY = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxNameLength(2_000_000).build())
		.build();

	/** Reads and writes JSON. */
	public static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/** Reads JSON and refuses duplicate keys. */
	public static final ObjectMapper STRICT = JsonMapper.builder(FACTORY.copy())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
		.build();

	/** Reads YAML. */
	public static final ObjectMapper YAML = YAMLMapper.builder().build();

	private static final double EXACT = 1L << 53;

	private Json() {
	}

	/**
	 * An empty object.
	 * @return a new node
	 */
	public static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	/**
	 * An object with the given texts.
	 * @param keysAndValues keys and values in turn
	 * @return a new node
	 */
	public static ObjectNode object(String... keysAndValues) {
		ObjectNode node = object();
		for (int i = 0; i < keysAndValues.length; i += 2) {
			node.put(keysAndValues[i], keysAndValues[i + 1]);
		}
		return node;
	}

	/**
	 * A text inside an object.
	 * @param node the object
	 * @param path the names that lead to it
	 * @return the text; empty if there is none
	 */
	public static String text(JsonNode node, String... path) {
		return at(node, path).asText("");
	}

	/**
	 * A value inside an object.
	 * @param node the object
	 * @param path the names that lead to it
	 * @return the value, or a missing node
	 */
	public static JsonNode at(JsonNode node, String... path) {
		JsonNode found = node;
		for (String name : path) {
			found = found.path(name);
		}
		return found;
	}

	/**
	 * The elements of a list as texts.
	 * @param list the list, or a missing node
	 * @return the texts
	 */
	public static List<String> texts(JsonNode list) {
		return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
	}

	/**
	 * Writes whole floating-point numbers without a fraction, as the API server stores
	 * them: {@code 50.0} is kept as {@code 50}.
	 * @param node the tree, changed in place
	 */
	public static void normalizeNumbers(JsonNode node) {
		if (node instanceof ObjectNode object) {
			new ArrayList<>(object.properties())
				.forEach((entry) -> object.set(entry.getKey(), normalized(entry.getValue())));
		}
		else if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				array.set(i, normalized(array.get(i)));
			}
		}
	}

	private static JsonNode normalized(JsonNode node) {
		normalizeNumbers(node);
		if (node.isFloatingPointNumber() && node.asDouble() == Math.rint(node.asDouble())
				&& Math.abs(node.asDouble()) <= EXACT) {
			return LongNode.valueOf(node.asLong());
		}
		return node;
	}

	/**
	 * Compares two trees by value: {@code 1} read as int equals {@code 1} read as long.
	 * @param left a tree
	 * @param right a tree
	 * @return whether they are equal
	 */
	public static boolean same(JsonNode left, JsonNode right) {
		return left.equals(Json::compareScalars, right);
	}

	private static int compareScalars(JsonNode left, JsonNode right) {
		if (left.isIntegralNumber() && right.isIntegralNumber()) {
			return left.bigIntegerValue().compareTo(right.bigIntegerValue());
		}
		return left.equals(right) ? 0 : 1;
	}

}
