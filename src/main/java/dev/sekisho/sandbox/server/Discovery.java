package dev.sekisho.sandbox.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.ResourceType;
import dev.sekisho.sandbox.store.ResourceTypes;

/**
 * Says what is served: groups, versions, resources and the server's version.
 */
final class Discovery {

	private static final List<String> VERBS = List.of("create", "delete", "deletecollection", "get", "list", "patch",
			"update", "watch");

	private final ResourceTypes types;

	Discovery(ResourceTypes types) {
		this.types = types;
	}

	/**
	 * Answers a path of discovery.
	 * @param path the path
	 * @return the document; empty if the path isn't one
	 */
	Optional<JsonNode> document(String path) {
		String[] parts = path.replaceAll("/$", "").split("/");
		return switch (parts.length) {
			case 2 -> root(parts[1]);
			case 3 -> ("api".equals(parts[1]) && "v1".equals(parts[2])) ? Optional.of(resources("", "v1"))
					: group(parts[1], parts[2]);
			case 4 -> "apis".equals(parts[1]) ? groupVersion(parts[2], parts[3]) : Optional.empty();
			default -> Optional.empty();
		};
	}

	private Optional<JsonNode> root(String name) {
		return switch (name) {
			case "version" -> Optional.of(Json.object("major", "1", "minor", "34", "gitVersion",
					"v1.34.0+sekisho-sandbox", "gitCommit", "", "gitTreeState", "clean", "buildDate",
					"1970-01-01T00:00:00Z", "goVersion", "", "compiler", "", "platform", "java"));
			case "api" -> {
				ObjectNode versions = Json.object("kind", "APIVersions");
				versions.putArray("versions").add("v1");
				versions.putArray("serverAddressByClientCIDRs");
				yield Optional.of(versions);
			}
			case "apis" -> {
				ObjectNode list = Json.object("kind", "APIGroupList", "apiVersion", "v1");
				ArrayNode groups = list.putArray("groups");
				groups().forEach((name1, versions) -> groups.add(group(name1, versions)));
				yield Optional.of(list);
			}
			default -> Optional.empty();
		};
	}

	/**
	 * The groups and their versions.
	 * @return the versions by group, preferred first
	 */
	Map<String, List<String>> groups() {
		Map<String, List<String>> groups = new LinkedHashMap<>();
		groups.put("authentication.k8s.io", List.of("v1"));
		groups.put("authorization.k8s.io", List.of("v1"));
		for (ResourceType type : this.types.all()) {
			if (!type.group().isEmpty()) {
				groups.merge(type.group(), type.versions(),
						(some, others) -> (some.size() < others.size()) ? others : some);
			}
		}
		return groups;
	}

	private Optional<JsonNode> group(String root, String name) {
		List<String> versions = groups().get(name);
		return ("apis".equals(root) && versions != null) ? Optional.of(group(name, versions)) : Optional.empty();
	}

	private static ObjectNode group(String name, List<String> versions) {
		ObjectNode group = Json.object("kind", "APIGroup", "apiVersion", "v1", "name", name);
		ArrayNode list = group.putArray("versions");
		versions.forEach((version) -> list.add(Json.object("groupVersion", name + "/" + version, "version", version)));
		group.set("preferredVersion", list.get(0));
		return group;
	}

	private Optional<JsonNode> groupVersion(String group, String version) {
		List<String> versions = groups().getOrDefault(group, List.of());
		return versions.contains(version) ? Optional.of(resources(group, version)) : Optional.empty();
	}

	private ObjectNode resources(String group, String version) {
		ObjectNode list = Json.object("kind", "APIResourceList", "apiVersion", "v1", "groupVersion",
				group.isEmpty() ? version : group + "/" + version);
		ArrayNode resources = list.putArray("resources");
		reviews(group).forEach((kind) -> add(resources, Reviews.plural(kind), kind, false, List.of("create")));
		this.types.all()
			.stream()
			.filter((type) -> type.group().equals(group) && type.versions().contains(version))
			.forEach((type) -> add(resources, type));
		return list;
	}

	private static List<String> reviews(String group) {
		return switch (group) {
			case "authentication.k8s.io" -> Reviews.AUTHENTICATION;
			case "authorization.k8s.io" -> Reviews.AUTHORIZATION;
			default -> List.of();
		};
	}

	private static void add(ArrayNode resources, ResourceType type) {
		ObjectNode resource = add(resources, type.plural(), type.kind(), type.namespaced(), VERBS);
		type.shortNames().forEach(resource.withArray("/shortNames")::add);
		type.categories().forEach(resource.withArray("/categories")::add);
		if (type.status()) {
			add(resources, type.plural() + "/status", type.kind(), type.namespaced(),
					List.of("get", "patch", "update"));
		}
	}

	private static ObjectNode add(ArrayNode resources, String name, String kind, boolean namespaced,
			List<String> verbs) {
		boolean local = "LocalSubjectAccessReview".equals(kind);
		ObjectNode resource = resources.addObject()
			.put("name", name)
			.put("singularName", name.contains("/") ? "" : kind.toLowerCase(java.util.Locale.ROOT))
			.put("namespaced", namespaced || local)
			.put("kind", kind);
		verbs.forEach(resource.putArray("verbs")::add);
		return resource;
	}

}
