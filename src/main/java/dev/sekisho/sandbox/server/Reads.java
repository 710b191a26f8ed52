package dev.sekisho.sandbox.server;

import java.io.IOException;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.Listing;
import dev.sekisho.sandbox.store.ObjectStore;
import dev.sekisho.sandbox.store.ResourceType;

/**
 * Reads one object or lists many, page by page if asked.
 */
final class Reads {

	private static final String GONE = "The provided continue parameter is too old to display a consistent list result. "
			+ "You must start a new list without the continue parameter.";

	private final ObjectStore store;

	Reads(ObjectStore store) {
		this.store = store;
	}

	Reply get(Resource resource) {
		return this.store.find(resource.type(), resource.path().namespace(), resource.path().name())
			.map((object) -> Reply.ok(resource.shown(object)))
			.orElseThrow(() -> ApiFailure.notFound(resource.type(), resource.path().name()));
	}

	Reply list(Call call, Resource resource) {
		ResourceType type = resource.type();
		Selection selection = Selection.of(call.query(), type);
		Position position = Position.parse(call.query().text("continue"));
		Listing listing = listing(call, resource, position);
		List<ObjectNode> rest = listing.items()
			.stream()
			.filter(selection::matches)
			.filter((object) -> position.before(object))
			.toList();
		int limit = (int) Math.min(call.query().number("limit", 0), Integer.MAX_VALUE);
		List<ObjectNode> page = (limit > 0 && limit < rest.size()) ? rest.subList(0, limit) : rest;
		ObjectNode list = Json.object("kind", type.kind() + "List", "apiVersion", resource.apiVersion());
		ObjectNode metadata = list.putObject("metadata").put("resourceVersion", Long.toString(listing.revision()));
		if (page.size() < rest.size()) {
			metadata.put("continue", Position.after(listing.revision(), page.get(limit - 1)).token());
			metadata.put("remainingItemCount", rest.size() - page.size());
		}
		page.forEach((object) -> list.withArray("/items").add(resource.shown(object)));
		list.withArray("/items");
		return Reply.ok(list);
	}

	private Listing listing(Call call, Resource resource, Position position) {
		String namespace = resource.path().namespace();
		if (position.revision() > 0) {
			return this.store.listAt(resource.type(), namespace, position.revision())
				.orElseThrow(() -> ApiFailure.gone(GONE));
		}
		long wanted = call.query().number("resourceVersion", 0);
		Listing listing = this.store.list(resource.type(), namespace);
		if (wanted > listing.revision()) {
			throw ApiFailure.of(504, "Timeout",
					"Too large resource version: %d, current: %d".formatted(wanted, listing.revision()));
		}
		return listing;
	}

	/**
	 * Where a list goes on.
	 *
	 * @param revision the revision of the first page; 0 for a new list
	 * @param namespace the namespace of the last object
	 * @param name the name of the last object
	 */
	private record Position(long revision, String namespace, String name) {

		static Position parse(String token) {
			if (token.isEmpty()) {
				return new Position(0, "", "");
			}
			try {
				JsonNode tree = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token));
				return new Position(tree.path("rv").asLong(), Json.text(tree, "ns"), Json.text(tree, "name"));
			}
			catch (IOException | IllegalArgumentException ex) {
				throw ApiFailure.badRequest("continue key is not valid: " + token);
			}
		}

		static Position after(long revision, JsonNode object) {
			return new Position(revision, Metadata.namespace(object), Metadata.name(object));
		}

		String token() {
			String tree = Json.object("ns", this.namespace, "name", this.name).put("rv", this.revision).toString();
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(tree.getBytes(java.nio.charset.StandardCharsets.UTF_8));
		}

		boolean before(JsonNode object) {
			int order = (this.namespace + "/" + this.name)
				.compareTo(Metadata.namespace(object) + "/" + Metadata.name(object));
			return this.revision == 0 || order < 0;
		}

	}

}
