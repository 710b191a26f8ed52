package dev.sekisho.cluster;

import java.util.List;

import dev.sekisho.cluster.ClusterException.Reason;

/**
 * Where the API server has what.
 */
final class Paths {

	private Paths() {
	}

	static String collection(ResourceKind kind, String version, String namespace) {
		String root = kind.group().isEmpty() ? "/api/" + version : "/apis/" + kind.group() + "/" + version;
		String inside = namespace.isEmpty() ? "" : "/namespaces/" + segment(namespace);
		return root + inside + "/" + kind.plural();
	}

	static String object(ResourceKind kind, String version, ObjectKey key) {
		return collection(kind, version, key.namespace()) + "/" + segment(key.name());
	}

	// A name that would lead elsewhere is nobody's name.
	private static String segment(String name) {
		if (name.isEmpty() || ".".equals(name) || "..".equals(name)) {
			throw new ClusterException(Reason.NOT_FOUND, "There is nothing called \"" + name + "\"", List.of(), null,
					null);
		}
		return ApiRequest.encode(name);
	}

}
