package dev.sekisho.sandbox.access;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.sekisho.sandbox.store.Json;

/**
 * One rule of a Role or ClusterRole.
 *
 * @param source the rule as it is written
 */
public record PolicyRule(JsonNode source) {

	boolean allows(AccessQuestion question) {
		if (!any("verbs", question.verb())) {
			return false;
		}
		if (question.resource().isEmpty()) {
			return texts("nonResourceURLs").stream().anyMatch((url) -> covers(url, question.path()));
		}
		return any("apiGroups", question.group()) && coversResource(question) && coversName(question.name());
	}

	private boolean coversResource(AccessQuestion question) {
		return any("resources", question.fullResource())
				|| (!question.subresource().isEmpty() && texts("resources").contains("*/" + question.subresource()));
	}

	private boolean coversName(String name) {
		List<String> names = texts("resourceNames");
		return names.isEmpty() || names.contains(name);
	}

	private static boolean covers(String url, String path) {
		return url.endsWith("*") ? path.startsWith(url.substring(0, url.length() - 1)) : url.equals(path);
	}

	private boolean any(String field, String wanted) {
		List<String> given = texts(field);
		return given.contains("*") || given.contains(wanted);
	}

	private List<String> texts(String field) {
		return Json.texts(this.source.path(field));
	}

}
