package dev.sekisho.sandbox.server;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sekisho.sandbox.access.AccessQuestion;
import dev.sekisho.sandbox.access.Rbac;
import dev.sekisho.sandbox.access.Tokens;
import dev.sekisho.sandbox.access.User;
import dev.sekisho.sandbox.store.Json;

/**
 * Answers reviews: objects that ask a question and are never stored.
 */
final class Reviews {

	static final List<String> AUTHENTICATION = List.of("TokenReview", "SelfSubjectReview");

	static final List<String> AUTHORIZATION = List.of("SubjectAccessReview", "SelfSubjectAccessReview",
			"LocalSubjectAccessReview", "SelfSubjectRulesReview");

	private final Tokens tokens;

	private final Rbac rbac;

	Reviews(Tokens tokens, Rbac rbac) {
		this.tokens = tokens;
		this.rbac = rbac;
	}

	/**
	 * The kind of review that a path names.
	 * @param path the path
	 * @return the kind; empty if it names none
	 */
	static Optional<String> kind(ResourcePath path) {
		List<String> kinds = switch (path.group()) {
			case "authentication.k8s.io" -> AUTHENTICATION;
			case "authorization.k8s.io" -> AUTHORIZATION;
			default -> List.of();
		};
		return kinds.stream().filter((kind) -> plural(kind).equals(path.plural())).findFirst();
	}

	static String plural(String kind) {
		return kind.toLowerCase(java.util.Locale.ROOT) + "s";
	}

	Reply answer(Call call, String kind) {
		ObjectNode review = call.contentType().equals(ProtobufReview.MEDIA_TYPE)
				? ProtobufReview.read(call.bytes(), kind) : call.object();
		JsonNode spec = review.path("spec");
		review.withObject("/metadata");
		ObjectNode status = review.putObject("status");
		switch (kind) {
			case "TokenReview" -> reviewToken(Json.text(spec, "token"), status);
			case "SelfSubjectReview" -> status.set("userInfo", userInfo(call.user()));
			case "SelfSubjectRulesReview" -> listRules(call.user(), Json.text(spec, "namespace"), status);
			case "SelfSubjectAccessReview" -> decide(call.user(), spec, status);
			default -> decide(subject(spec), spec, status);
		}
		return Reply.created(review);
	}

	private void reviewToken(String token, ObjectNode status) {
		Optional<User> owner = this.tokens.owner(token);
		owner.ifPresentOrElse((user) -> status.put("authenticated", true).set("user", userInfo(user)),
				() -> status.put("error", "[invalid bearer token]"));
		if (owner.isEmpty()) {
			status.putObject("user");
		}
	}

	private void decide(User user, JsonNode spec, ObjectNode status) {
		boolean allowed = this.rbac.allows(user, AccessQuestion.of(spec));
		status.put("allowed", allowed);
		if (allowed) {
			status.put("reason", "RBAC: allowed");
		}
	}

	private static User subject(JsonNode spec) {
		return new User(Json.text(spec, "user"), Json.text(spec, "uid"), Json.texts(spec.path("groups")));
	}

	private void listRules(User user, String namespace, ObjectNode status) {
		ArrayNode resourceRules = status.putArray("resourceRules");
		ArrayNode pathRules = status.putArray("nonResourceRules");
		if (user.groups().contains(Rbac.MASTERS)) {
			ObjectNode all = resourceRules.addObject();
			List.of("verbs", "apiGroups", "resources").forEach((field) -> all.putArray(field).add("*"));
		}
		for (JsonNode rule : this.rbac.written(user, namespace)) {
			(rule.has("nonResourceURLs") ? pathRules : resourceRules).add(rule);
		}
		status.put("incomplete", false);
	}

	private static ObjectNode userInfo(User user) {
		ObjectNode info = Json.object("username", user.username());
		if (!user.uid().isEmpty()) {
			info.put("uid", user.uid());
		}
		user.groups().forEach(info.putArray("groups")::add);
		return info;
	}

}
