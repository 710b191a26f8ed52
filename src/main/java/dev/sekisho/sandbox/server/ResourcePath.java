package dev.sekisho.sandbox.server;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The path of a call on resources.
 *
 * @param group the API group; empty for the core group
 * @param version the version
 * @param namespace the namespace; empty if the path names none
 * @param plural the resource name
 * @param name the object's name; empty for a collection
 * @param subresource the subresource; may be empty
 */
record ResourcePath(String group, String version, String namespace, String plural, String name, String subresource) {

	private static final String NAMESPACES = "namespaces";

	/**
	 * Reads a path.
	 * @param path the path, decoded
	 * @return what it says; empty if it isn't a resource's
	 */
	static Optional<ResourcePath> parse(String path) {
		List<String> parts = Arrays.asList(path.substring(1).split("/"));
		if (parts.size() > 2 && "api".equals(parts.get(0))) {
			return parse("", parts.get(1), parts.subList(2, parts.size()));
		}
		if (parts.size() > 3 && "apis".equals(parts.get(0))) {
			return parse(parts.get(1), parts.get(2), parts.subList(3, parts.size()));
		}
		return Optional.empty();
	}

	private static Optional<ResourcePath> parse(String group, String version, List<String> rest) {
		String namespace = "";
		List<String> parts = rest;
		boolean inside = rest.size() > 2 && NAMESPACES.equals(rest.get(0))
				&& !(group.isEmpty() && ("status".equals(rest.get(2)) || "finalize".equals(rest.get(2))));
		if (inside) {
			namespace = rest.get(1);
			parts = rest.subList(2, rest.size());
		}
		if (parts.size() > 3) {
			return Optional.empty();
		}
		return Optional.of(new ResourcePath(group, version, namespace, parts.get(0), at(parts, 1), at(parts, 2)));
	}

	private static String at(List<String> parts, int index) {
		return (index < parts.size()) ? parts.get(index) : "";
	}

	/**
	 * The namespace that RBAC looks at: a namespace itself counts as inside itself.
	 * @return the namespace; may be empty
	 */
	String accessNamespace() {
		return (this.group.isEmpty() && NAMESPACES.equals(this.plural)) ? this.name : this.namespace;
	}

}
