package dev.sekisho.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.store.Json;

/**
 * Notes on an object who wrote it and when, as the API server does. Which fields each
 * writer owns isn't kept: nothing here resolves conflicts of server-side apply.
 */
final class ManagedFields {

	private static final String NAME = "managedFields";

	private static final int LONGEST_MANAGER = 128;

	private ManagedFields() {
	}

	/**
	 * Takes over what is noted already, whatever the writer sent.
	 * @param object the object, changed in place
	 * @param previous the object before
	 */
	static void keep(ObjectNode object, ObjectNode previous) {
		JsonNode noted = previous.path("metadata").path(NAME);
		ObjectNode metadata = object.withObject("/metadata");
		metadata.remove(NAME);
		if (!noted.isMissingNode()) {
			metadata.set(NAME, noted.deepCopy());
		}
	}

	/**
	 * Notes a write; an earlier one by the same manager in the same way is replaced.
	 * @param call the write
	 * @param subresource what of the object is written; empty for the object itself
	 * @param object the object, changed in place
	 */
	static void note(Call call, String subresource, ObjectNode object) {
		ObjectNode entry = Json.object();
		entry.put("manager", manager(call));
		entry.put("operation", call.contentType().equals("application/apply-patch+yaml") ? "Apply" : "Update");
		entry.put("apiVersion", Json.text(object, "apiVersion"));
		entry.put("time", Metadata.now());
		entry.put("fieldsType", "FieldsV1");
		entry.putObject("fieldsV1");
		if (!subresource.isEmpty()) {
			entry.put("subresource", subresource);
		}
		ArrayNode entries = object.withObject("/metadata").withArray("/" + NAME);
		for (int i = entries.size() - 1; i >= 0; i--) {
			if (key(entries.path(i)).equals(key(entry))) {
				entries.remove(i);
			}
		}
		entries.add(entry);
	}

	private static String manager(Call call) {
		String named = call.query().text("fieldManager");
		String manager = named.isEmpty() ? call.header("User-Agent").replaceAll("/.*", "") : named;
		return manager.substring(0, Math.min(manager.length(), LONGEST_MANAGER));
	}

	private static String key(JsonNode entry) {
		return String.join("\n", Json.text(entry, "manager"), Json.text(entry, "operation"),
				Json.text(entry, "subresource"));
	}

}
