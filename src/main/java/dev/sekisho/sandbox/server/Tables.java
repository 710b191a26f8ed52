package dev.sekisho.sandbox.server;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.sekisho.sandbox.store.Json;

/**
 * Shows objects as the tables that {@code kubectl get} prints.
 */
final class Tables {

	private static final JsonNode AGE_ONLY = Json.MAPPER.createArrayNode()
		.add(Json.object("name", "Age", "type", "date", "jsonPath", ".metadata.creationTimestamp"));

	private Tables() {
	}

	static boolean wanted(Call call) {
		String accept = call.header("Accept");
		return accept.contains("as=Table") && accept.contains("g=meta.k8s.io");
	}

	/**
	 * Shows an object or a list.
	 * @param resource what it is
	 * @param shown the object or list
	 * @param include how much of each object to include
	 * @return the table
	 */
	static ObjectNode table(Resource resource, JsonNode shown, String include) {
		ObjectNode table = empty(shown.path("metadata"));
		table.set("columnDefinitions", definitions(resource));
		ArrayNode rows = table.putArray("rows");
		if (shown.has("items")) {
			shown.path("items").forEach((item) -> rows.add(cells(resource, item, include)));
		}
		else {
			rows.add(cells(resource, shown, include));
		}
		return table;
	}

	/**
	 * Shows an object of a watch.
	 * @param resource what it is
	 * @param shown the object
	 * @param first whether it is the first of the stream, which names the columns
	 * @param include how much of the object to include
	 * @return the table with one row
	 */
	static ObjectNode row(Resource resource, JsonNode shown, boolean first, String include) {
		ObjectNode table = table(resource, shown, include);
		if (!first) {
			table.putNull("columnDefinitions");
		}
		return table;
	}

	private static ObjectNode empty(JsonNode metadata) {
		ObjectNode table = Json.object("kind", "Table", "apiVersion", "meta.k8s.io/v1");
		ObjectNode kept = table.putObject("metadata");
		for (String field : List.of("resourceVersion", "continue", "remainingItemCount")) {
			if (metadata.has(field)) {
				kept.set(field, metadata.path(field));
			}
		}
		return table;
	}

	private static JsonNode columns(Resource resource) {
		JsonNode columns = resource.type().columns();
		return columns.isEmpty() ? AGE_ONLY : columns;
	}

	private static ArrayNode definitions(Resource resource) {
		ArrayNode definitions = Json.MAPPER.createArrayNode();
		definitions.add(definition("Name", "string", "name", 0));
		columns(resource).forEach((column) -> definitions.add(
				definition(Json.text(column, "name"), Json.text(column, "type"), "", column.path("priority").asInt())));
		return definitions;
	}

	private static ObjectNode definition(String name, String type, String format, int priority) {
		return Json.object("name", name, "type", type, "format", format, "description", "").put("priority", priority);
	}

	private static ObjectNode cells(Resource resource, JsonNode object, String include) {
		ObjectNode row = Json.object();
		ArrayNode cells = row.putArray("cells").add(Metadata.name(object));
		columns(resource).forEach((column) -> cells.add(cell(column, object)));
		if ("Object".equals(include)) {
			row.set("object", object);
		}
		else if (!"None".equals(include)) {
			ObjectNode partial = Json.object("kind", "PartialObjectMetadata", "apiVersion", "meta.k8s.io/v1");
			row.set("object", partial.set("metadata", object.path("metadata")));
		}
		return row;
	}

	private static JsonNode cell(JsonNode column, JsonNode object) {
		List<JsonNode> found = JsonPath.parse(Json.text(column, "jsonPath")).find(object);
		if (found.isEmpty()) {
			return NullNode.getInstance();
		}
		return switch (Json.text(column, "type")) {
			case "date" -> TextNode.valueOf(age(found.get(0).asText()));
			case "integer", "number", "boolean" -> found.get(0);
			default -> TextNode.valueOf(found.stream().map(Tables::text).collect(Collectors.joining(",")));
		};
	}

	private static String text(JsonNode value) {
		if (value.isArray()) {
			return StreamSupport.stream(value.spliterator(), false)
				.map(Tables::text)
				.collect(Collectors.joining(",", "[", "]"));
		}
		return value.isValueNode() ? value.asText() : value.toString();
	}

	private static String age(String time) {
		try {
			long seconds = Math.max(0, Duration.between(Instant.parse(time), Instant.now()).toSeconds());
			return (seconds < 120) ? seconds + "s" : (seconds < 7200) ? seconds / 60 + "m"
					: (seconds < 172_800) ? seconds / 3600 + "h" : seconds / 86_400 + "d";
		}
		catch (DateTimeParseException ex) {
			return "<unknown>";
		}
	}

}
