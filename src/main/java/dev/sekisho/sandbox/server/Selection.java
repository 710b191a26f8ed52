package dev.sekisho.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;

import dev.sekisho.sandbox.store.ResourceType;

/**
 * Which objects of a collection a call is about.
 *
 * @param labels by label
 * @param fields by field
 */
record Selection(LabelSelector labels, FieldSelector fields) {

	static Selection of(Query query, ResourceType type) {
		return new Selection(LabelSelector.parse(query.text("labelSelector")),
				FieldSelector.parse(query.text("fieldSelector")).check(type));
	}

	boolean matches(JsonNode object) {
		return this.labels.matches(object) && this.fields.matches(object);
	}

}
