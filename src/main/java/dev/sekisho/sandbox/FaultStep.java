package dev.sekisho.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.store.Json;

/**
 * One thing that a fault does to the objects of the sandbox.
 *
 * @param action what is done
 * @param object the object to add, or a merge patch with what identifies the object
 * @param labels the labels of the objects that are changed, where they aren't named
 */
record FaultStep(Action action, ObjectNode object, Map<String, String> labels) {

	/** Stands for the present time. */
	static final String NOW = "<now>";

	static FaultStep of(JsonNode step) {
		Action action = step.has("add") ? Action.ADD : (step.has("remove") ? Action.REMOVE : Action.CHANGE);
		Map<String, String> labels = new TreeMap<>();
		step.path("each").properties().forEach((label) -> labels.put(label.getKey(), label.getValue().asText()));
		return new FaultStep(action, (ObjectNode) step.path(action.key()), labels);
	}

	/**
	 * Whether an object is meant.
	 * @param candidate an object of the same type
	 * @return {@code true} if its namespace and its name, or its labels, say so
	 */
	boolean about(JsonNode candidate) {
		if (!Json.text(candidate, "metadata", "namespace").equals(Json.text(this.object, "metadata", "namespace"))) {
			return false;
		}
		return this.labels.isEmpty()
				? Json.text(candidate, "metadata", "name").equals(Json.text(this.object, "metadata", "name"))
				: this.labels.entrySet()
					.stream()
					.allMatch((label) -> label.getValue()
						.equals(Json.text(candidate, "metadata", "labels", label.getKey())));
	}

	/**
	 * Whether an object looks as this step leaves it.
	 * @param wanted the patch, or a part of it
	 * @param found the object, or the same part of it
	 * @return {@code true} if every value of the patch stands there; the time doesn't
	 * matter
	 */
	static boolean holds(JsonNode wanted, JsonNode found) {
		if (wanted instanceof ObjectNode fields) {
			return fields.properties()
				.stream()
				.allMatch((field) -> holds(field.getValue(), found.path(field.getKey())));
		}
		if (wanted.isArray()) {
			boolean same = wanted.size() == found.size() && found.isArray();
			for (int at = 0; same && at < wanted.size(); at++) {
				same = holds(wanted.path(at), found.path(at));
			}
			return same;
		}
		return wanted.isNull() ? found.isMissingNode() : wanted.asText().equals(NOW) || wanted.equals(found);
	}

	/**
	 * What is done.
	 */
	enum Action {

		/** An object is added. */
		ADD,
		/** Objects are changed. */
		CHANGE,
		/** An object is removed. */
		REMOVE;

		private String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
