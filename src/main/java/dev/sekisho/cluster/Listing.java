package dev.sekisho.cluster;

import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.cluster.ClusterException.Reason;

/**
 * Lists objects, page by page.
 */
final class Listing {

	private final Transport transport;

	private final ServedVersions versions;

	private final int pageSize;

	Listing(Transport transport, ServedVersions versions, int pageSize) {
		this.transport = transport;
		this.versions = versions;
		this.pageSize = pageSize;
	}

	/**
	 * Reads a list to its end.
	 * @param kind the kind
	 * @param namespace the namespace; empty for all
	 * @param credential as whom
	 * @param items gets each object, with apiVersion and kind
	 * @return the resourceVersion the list is of
	 * @throws ClusterException if it can't be had: NOT_FOUND if the kind isn't served,
	 * GONE if it took so long that it has to be begun anew
	 */
	String read(ResourceKind kind, String namespace, Credential credential, Consumer<JsonNode> items) {
		String version = this.versions.find(kind).orElseThrow(() -> notServed(kind));
		String apiVersion = kind.group().isEmpty() ? version : kind.group() + "/" + version;
		ApiRequest request = Paths.objects(kind, version, namespace).with("limit", String.valueOf(this.pageSize));
		try {
			JsonNode page = page(kind, apiVersion, request, credential, items);
			while (!page.path("continue").asText().isEmpty()) {
				page = page(kind, apiVersion, request.with("continue", page.path("continue").asText()), credential,
						items);
			}
			return page.path("resourceVersion").asText();
		}
		catch (ClusterException ex) {
			if (ex.reason() == Reason.NOT_FOUND) {
				this.versions.forget(kind);
			}
			throw ex;
		}
	}

	// Items of built-in kinds don't say what they are.
	private JsonNode page(ResourceKind kind, String apiVersion, ApiRequest request, Credential credential,
			Consumer<JsonNode> items) {
		return RawJson.page(this.transport.send(request, credential), (item) -> {
			if (item instanceof ObjectNode object && !object.has("kind")) {
				object.put("apiVersion", apiVersion).put("kind", kind.kind());
			}
			items.accept(item);
		});
	}

	static ClusterException notServed(ResourceKind kind) {
		String group = kind.group().isEmpty() ? "" : "." + kind.group();
		return new ClusterException(Reason.NOT_FOUND, "The cluster doesn't serve " + kind.plural() + group, List.of(),
				null, null);
	}

}
