package dev.sekisho.sandbox.server;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.ResourceType;

/**
 * The type that a path names, in one of its versions.
 *
 * @param type the type
 * @param path the path
 */
record Resource(ResourceType type, ResourcePath path) {

	String apiVersion() {
		return this.type.apiVersion(this.path.version());
	}

	/**
	 * Shows a stored object in the version that was asked for.
	 * @param stored the object as it is kept
	 * @return a copy with this version
	 */
	ObjectNode shown(ObjectNode stored) {
		ObjectNode shown = Json.object();
		shown.put("apiVersion", apiVersion()).put("kind", this.type.kind());
		shown.setAll(stored);
		return shown.put("apiVersion", apiVersion());
	}

}
