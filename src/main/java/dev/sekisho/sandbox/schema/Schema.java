package dev.sekisho.sandbox.schema;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The structural schema of a custom resource.
 *
 * @param root the {@code openAPIV3Schema}
 */
public record Schema(JsonNode root) {

	static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";

	private static final Set<String> COMMON = Set.of("apiVersion", "kind", "metadata");

	/**
	 * Removes fields that the schema doesn't know and fills in defaults.
	 * @param object the object, changed in place
	 * @return the paths of the removed fields
	 */
	public List<String> prune(ObjectNode object) {
		return this.root.isMissingNode() ? List.of() : Pruning.prune(this.root, object);
	}

	/**
	 * Checks an object, its rules only if all else is in order.
	 * @param object the object
	 * @param previous the object before; {@code null} if it is created
	 * @return what is wrong; empty if nothing is
	 */
	public List<Violation> check(ObjectNode object, @Nullable ObjectNode previous) {
		if (this.root.isMissingNode()) {
			return List.of();
		}
		List<Violation> violations = StructureCheck.check(this.root, object);
		return violations.isEmpty() ? RuleCheck.check(this.root, object, previous) : violations;
	}

	/**
	 * The schema of a field.
	 * @param schema the schema of the object that has it
	 * @param name the field's name
	 * @return its schema, or a missing node if the field isn't known
	 */
	static JsonNode ofField(JsonNode schema, String name) {
		JsonNode property = schema.path("properties").path(name);
		return property.isMissingNode() ? schema.path("additionalProperties") : property;
	}

	static boolean belongsToAllObjects(String path) {
		return COMMON.contains(path) || path.startsWith("metadata.");
	}

	static String join(String path, String name) {
		return path.isEmpty() ? name : path + "." + name;
	}

}
