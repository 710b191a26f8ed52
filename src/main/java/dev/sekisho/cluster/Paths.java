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

	/**
	 * The call that lists or watches a kind.
	 * @param kind the kind
	 * @param version the version
	 * @param namespace the namespace; empty for all that the kind is about
	 * @return the call, for those of its objects that the kind is about
	 */
	static ApiRequest objects(ResourceKind kind, String version, String namespace) {
		String inside = namespace.isEmpty() ? kind.home() : namespace;
		ApiRequest request = ApiRequest.get(collection(kind, version, inside));
		return kind.fieldSelector().isEmpty() ? request : request.with("fieldSelector", kind.fieldSelector());
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
