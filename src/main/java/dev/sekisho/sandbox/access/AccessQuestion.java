package dev.sekisho.sandbox.access;

import com.fasterxml.jackson.databind.JsonNode;

import dev.sekisho.sandbox.store.Json;

/**
 * What somebody wants to do.
 *
 * @param verb the verb, such as {@code create}
 * @param group the API group
 * @param resource the resource name; empty if the question is about a path
 * @param subresource the subresource; may be empty
 * @param namespace the namespace; empty for cluster-scoped objects and for all namespaces
 * @param name the object's name; empty for all
 * @param path the path; empty if the question is about a resource
 */
public record AccessQuestion(String verb, String group, String resource, String subresource, String namespace,
		String name, String path) {

	/**
	 * Asks about a resource.
	 * @param verb the verb
	 * @param group the API group
	 * @param resource the resource name
	 * @param namespace the namespace
	 * @param name the object's name
	 * @return the question
	 */
	public static AccessQuestion about(String verb, String group, String resource, String namespace, String name) {
		return new AccessQuestion(verb, group, resource, "", namespace, name, "");
	}

	/**
	 * Asks about a path that isn't a resource's.
	 * @param verb the verb
	 * @param path the path
	 * @return the question
	 */
	public static AccessQuestion aboutPath(String verb, String path) {
		return new AccessQuestion(verb, "", "", "", "", "", path);
	}

	/**
	 * Reads the question of an access review.
	 * @param spec the review's spec
	 * @return the question
	 */
	public static AccessQuestion of(JsonNode spec) {
		if (spec.has("nonResourceAttributes")) {
			JsonNode asked = spec.path("nonResourceAttributes");
			return aboutPath(Json.text(asked, "verb"), Json.text(asked, "path"));
		}
		JsonNode asked = spec.path("resourceAttributes");
		return new AccessQuestion(Json.text(asked, "verb"), Json.text(asked, "group"), Json.text(asked, "resource"),
				Json.text(asked, "subresource"), Json.text(asked, "namespace"), Json.text(asked, "name"), "");
	}

	/**
	 * Resource and subresource as rules name them.
	 * @return such as {@code pods/log}
	 */
	String fullResource() {
		return this.subresource.isEmpty() ? this.resource : this.resource + "/" + this.subresource;
	}

	/**
	 * Says that the answer is no, in the API server's words.
	 * @param user who asked
	 * @return the message
	 */
	public String refusal(User user) {
		if (this.resource.isEmpty()) {
			return "forbidden: User \"%s\" cannot %s path \"%s\"".formatted(user.username(), this.verb, this.path);
		}
		String what = this.group.isEmpty() ? this.resource : this.resource + "." + this.group;
		String named = this.name.isEmpty() ? what : "%s \"%s\"".formatted(what, this.name);
		String where = this.namespace.isEmpty() ? "at the cluster scope"
				: "in the namespace \"%s\"".formatted(this.namespace);
		return "%s is forbidden: User \"%s\" cannot %s resource \"%s\" in API group \"%s\" %s".formatted(named,
				user.username(), this.verb, fullResource(), this.group, where);
	}

}
