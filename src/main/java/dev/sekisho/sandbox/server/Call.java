package dev.sekisho.sandbox.server;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

import dev.sekisho.sandbox.access.AccessQuestion;
import dev.sekisho.sandbox.access.User;
import dev.sekisho.sandbox.store.Json;

/**
 * One call: what is asked, by whom.
 *
 * @param exchange the HTTP exchange
 * @param user who calls
 * @param query the query parameters
 */
record Call(HttpExchange exchange, User user, Query query) {

	private static final int MOST_BYTES = 3 * 512 * 1024;

	String method() {
		return this.exchange.getRequestMethod();
	}

	String path() {
		return this.exchange.getRequestURI().getPath();
	}

	String header(String name) {
		return Optional.ofNullable(this.exchange.getRequestHeaders().getFirst(name)).orElse("");
	}

	List<String> headers(String name) {
		Headers headers = this.exchange.getRequestHeaders();
		return headers.getOrDefault(name, List.of());
	}

	boolean watches() {
		return this.query.flag("watch");
	}

	boolean dryRun() {
		return "All".equals(this.query.text("dryRun"));
	}

	/**
	 * What RBAC is asked about this call.
	 * @param path the call's path
	 * @return the question
	 */
	AccessQuestion question(ResourcePath path) {
		String name = path.name();
		if (name.isEmpty() && "GET".equals(method())) {
			name = FieldSelector.parse(this.query.text("fieldSelector")).valueOf("metadata.name");
		}
		return new AccessQuestion(verb(path), path.group(), path.plural(), path.subresource(), path.accessNamespace(),
				name, "");
	}

	private String verb(ResourcePath path) {
		boolean one = !path.name().isEmpty();
		return switch (method()) {
			case "POST" -> "create";
			case "PUT" -> "update";
			case "PATCH" -> "patch";
			case "DELETE" -> one ? "delete" : "deletecollection";
			default -> watches() ? "watch" : one ? "get" : "list";
		};
	}

	String contentType() {
		return header("Content-Type").replaceAll(";.*", "").strip();
	}

	/**
	 * Reads the body as an object.
	 * @return the object
	 */
	ObjectNode object() {
		JsonNode tree = tree();
		if (tree instanceof ObjectNode object) {
			return object;
		}
		throw ApiFailure.badRequest("the body of the request is not an object");
	}

	/**
	 * Reads the body, whose numbers are kept as the API server keeps them.
	 * @return the tree; an empty object if there is no body
	 */
	JsonNode tree() {
		byte[] body = bytes();
		if (body.length == 0) {
			return Json.object();
		}
		try {
			JsonNode tree = switch (contentType()) {
				case "application/yaml", "application/apply-patch+yaml" -> Json.YAML.readTree(body);
				case "", "application/json", "application/json-patch+json", "application/merge-patch+json",
						"application/strategic-merge-patch+json" ->
					strict() ? Json.STRICT.readTree(body) : Json.MAPPER.readTree(body);
				default -> throw ApiFailure.unsupportedMediaType(contentType());
			};
			Json.normalizeNumbers(tree);
			return tree;
		}
		catch (JsonProcessingException ex) {
			throw ApiFailure.badRequest("the object provided is unrecognized: " + ex.getOriginalMessage());
		}
		catch (IOException ex) {
			throw ApiFailure.badRequest("the body of the request can't be read");
		}
	}

	boolean strict() {
		return "Strict".equals(this.query.text("fieldValidation"));
	}

	/**
	 * Reads the body as it is.
	 * @return the bytes; none if there is no body
	 */
	byte[] bytes() {
		try {
			byte[] bytes = this.exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
			if (bytes.length > MOST_BYTES) {
				throw ApiFailure.of(413, "RequestEntityTooLarge", "Request entity too large: limit is " + MOST_BYTES);
			}
			return bytes;
		}
		catch (IOException ex) {
			throw ApiFailure.badRequest("the body of the request can't be read");
		}
	}

}
