package dev.sekisho.sandbox.server;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.sekisho.sandbox.access.AccessQuestion;
import dev.sekisho.sandbox.access.Rbac;
import dev.sekisho.sandbox.access.Tokens;
import dev.sekisho.sandbox.store.ObjectStore;
import dev.sekisho.sandbox.store.ResourceType;
import dev.sekisho.sandbox.store.ResourceTypes;

/**
 * Takes each call to what answers it, once RBAC has allowed it.
 */
final class Calls {

	private final ResourceTypes types;

	private final Rbac rbac;

	private final Reads reads;

	private final Writes writes;

	private final Deletes deletes;

	private final Reviews reviews;

	private final Discovery discovery;

	private final OpenApi openApi;

	Calls(ObjectStore store, ResourceTypes types, Rbac rbac, Tokens tokens) {
		Namespaces namespaces = new Namespaces(store, types);
		this.types = types;
		this.rbac = rbac;
		this.reads = new Reads(store);
		this.writes = new Writes(store, namespaces, new Admission(rbac));
		this.deletes = new Deletes(store, namespaces);
		this.reviews = new Reviews(tokens, rbac);
		this.discovery = new Discovery(types);
		this.openApi = new OpenApi(types, this.discovery);
	}

	/**
	 * Answers a call that isn't about resources.
	 * @param call the call
	 * @return the answer
	 */
	Reply answerPath(Call call) {
		require(call, AccessQuestion.aboutPath("get", call.path()));
		Optional<JsonNode> document = this.discovery.document(call.path()).or(() -> this.openApi.document(call.path()));
		return Reply.ok(document.orElseThrow(ApiFailure::noSuchPath));
	}

	/**
	 * Finds the resource that a call is about, if the caller may do this.
	 * @param call the call
	 * @param path its path
	 * @return the resource
	 */
	Resource resource(Call call, ResourcePath path) {
		require(call, call.question(path));
		ResourceType type = this.types.find(path.group(), path.plural())
			.filter((found) -> found.versions().contains(path.version()) && found.serves(path.subresource()))
			.orElseThrow(ApiFailure::noSuchPath);
		return new Resource(type, path);
	}

	/**
	 * Answers a review.
	 * @param call the call
	 * @param path its path
	 * @param kind the kind of review
	 * @return the answer
	 */
	Reply review(Call call, ResourcePath path, String kind) {
		require(call, call.question(path));
		if (!"POST".equals(call.method())) {
			throw ApiFailure.methodNotAllowed();
		}
		return this.reviews.answer(call, kind);
	}

	/**
	 * Answers a call on a resource that isn't a watch.
	 * @param call the call
	 * @param resource the resource
	 * @return the answer
	 */
	Reply answer(Call call, Resource resource) {
		Reply reply = resource.path().name().isEmpty() ? answerCollection(call, resource)
				: answerObject(call, resource);
		String deprecation = resource.type().deprecations().get(resource.path().version());
		return (deprecation != null) ? reply.warning(deprecation) : reply;
	}

	private Reply answerCollection(Call call, Resource resource) {
		return switch (call.method()) {
			case "GET" -> tableIfWanted(call, resource, this.reads.list(call, resource));
			case "POST" -> tableIfWanted(call, resource, this.writes.create(call, resource));
			case "DELETE" -> this.deletes.deleteCollection(call, resource);
			default -> throw ApiFailure.methodNotAllowed();
		};
	}

	private Reply answerObject(Call call, Resource resource) {
		return switch (call.method()) {
			case "GET" -> tableIfWanted(call, resource, this.reads.get(resource));
			case "PUT" -> this.writes.replace(call, resource);
			case "PATCH" -> this.writes.patch(call, resource);
			case "DELETE" -> this.deletes.delete(call, resource);
			default -> throw ApiFailure.methodNotAllowed();
		};
	}

	private static Reply tableIfWanted(Call call, Resource resource, Reply reply) {
		return Tables.wanted(call) ? new Reply(reply.code(),
				Tables.table(resource, reply.body(), call.query().text("includeObject")), reply.warnings()) : reply;
	}

	private void require(Call call, AccessQuestion question) {
		if (!this.rbac.allows(call.user(), question)) {
			throw ApiFailure.forbidden(call.user(), question);
		}
	}

}
