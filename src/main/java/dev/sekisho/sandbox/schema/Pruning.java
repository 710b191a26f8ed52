package dev.sekisho.sandbox.schema;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Removes fields that a schema doesn't know and fills in its defaults.
 */
final class Pruning {

	private final List<String> unknown = new ArrayList<>();

	/**
	 * Prunes an object.
	 * @param schema the schema
	 * @param object the object, changed in place
	 * @return the paths of the removed fields
	 */
	static List<String> prune(JsonNode schema, ObjectNode object) {
		Pruning pruning = new Pruning();
		pruning.visit(schema, object, "");
		return pruning.unknown;
	}

	private void visit(JsonNode schema, JsonNode value, String path) {
		if (value instanceof ObjectNode object) {
			fillIn(schema.path("properties"), object);
			new ArrayList<>(object.properties())
				.forEach((entry) -> visitField(schema, object, entry.getKey(), Schema.join(path, entry.getKey())));
		}
		else if (value.isArray()) {
			for (int i = 0; i < value.size(); i++) {
				visit(schema.path("items"), value.get(i), path + "[" + i + "]");
			}
		}
	}

	private void visitField(JsonNode schema, ObjectNode object, String name, String path) {
		JsonNode known = Schema.ofField(schema, name);
		if (!known.isMissingNode()) {
			visit(known, object.path(name), path);
		}
		else if (!schema.path(Schema.PRESERVE).asBoolean() && !Schema.belongsToAllObjects(path)) {
			object.remove(name);
			this.unknown.add(path);
		}
	}

	private static void fillIn(JsonNode properties, ObjectNode object) {
		properties.properties().forEach((property) -> {
			if (property.getValue().has("default") && !object.has(property.getKey())) {
				object.set(property.getKey(), property.getValue().path("default").deepCopy());
			}
		});
	}

}
