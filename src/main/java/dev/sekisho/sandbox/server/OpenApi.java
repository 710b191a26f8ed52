package dev.sekisho.sandbox.server;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.ResourceType;
import dev.sekisho.sandbox.store.ResourceTypes;

/**
 * Serves as much OpenAPI (version 3) as kubectl needs to leave validation to the server,
 * and to explain the types that have a schema.
 */
final class OpenApi {

	private static final String ROOT = "/openapi/v3";

	private final ResourceTypes types;

	private final Discovery discovery;

	OpenApi(ResourceTypes types, Discovery discovery) {
		this.types = types;
		this.discovery = discovery;
	}

	/**
	 * Answers a path of OpenAPI.
	 * @param path the path
	 * @return the document; empty if the path isn't one
	 */
	Optional<JsonNode> document(String path) {
		if (path.equals(ROOT)) {
			return Optional.of(index());
		}
		String[] parts = path.split("/");
		if (parts.length == 5 && path.startsWith(ROOT + "/api/")) {
			return Optional.of(document("", parts[4]));
		}
		if (parts.length == 6 && path.startsWith(ROOT + "/apis/")) {
			return Optional.of(document(parts[4], parts[5]));
		}
		return Optional.empty();
	}

	private JsonNode index() {
		ObjectNode index = Json.object();
		ObjectNode paths = index.putObject("paths");
		paths.set("api/v1", Json.object("serverRelativeURL", ROOT + "/api/v1"));
		this.discovery.groups().forEach((group, versions) -> versions.forEach((version) -> {
			String path = "apis/" + group + "/" + version;
			paths.set(path, Json.object("serverRelativeURL", ROOT + "/" + path));
		}));
		return index;
	}

	private JsonNode document(String group, String version) {
		ObjectNode document = Json.object("openapi", "3.0.0");
		document.set("info", Json.object("title", "Sekisho sandbox", "version", "v1"));
		ObjectNode paths = document.putObject("paths");
		ObjectNode schemas = document.putObject("components").putObject("schemas");
		this.types.all()
			.stream()
			.filter((type) -> type.group().equals(group) && type.versions().contains(version))
			.forEach((type) -> {
				describe(type, version, paths);
				schemas.set(type.kind(), schema(type, version));
			});
		return document;
	}

	private static void describe(ResourceType type, String version, ObjectNode paths) {
		String root = type.group().isEmpty() ? "/api/" : "/apis/";
		String collection = root + type.apiVersion(version) + (type.namespaced() ? "/namespaces/{namespace}/" : "/")
				+ type.plural();
		for (String method : new String[] { "patch", "put" }) {
			operation(paths.withObject("/" + pointer(collection + "/{name}")).putObject(method), type, version);
		}
		operation(paths.withObject("/" + pointer(collection)).putObject("post"), type, version);
	}

	private static String pointer(String key) {
		return key.replace("~", "~0").replace("/", "~1");
	}

	private static void operation(ObjectNode operation, ResourceType type, String version) {
		for (String name : new String[] { "dryRun", "fieldManager", "fieldValidation" }) {
			ObjectNode parameter = operation.withArray("/parameters").addObject().put("name", name).put("in", "query");
			parameter.putObject("schema").put("type", "string").put("uniqueItems", true);
		}
		operation.set("x-kubernetes-group-version-kind", kind(type, version));
		operation.putObject("responses");
	}

	private static ObjectNode schema(ResourceType type, String version) {
		ObjectNode schema = type.schema().isObject() ? type.schema().deepCopy() : Json.object("type", "object");
		schema.putArray("x-kubernetes-group-version-kind").add(kind(type, version));
		return schema;
	}

	private static ObjectNode kind(ResourceType type, String version) {
		return Json.object("group", type.group(), "version", version, "kind", type.kind());
	}

}
