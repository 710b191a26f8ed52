package dev.sekisho.sandbox.server;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.sekisho.sandbox.store.Json;
import dev.sekisho.sandbox.store.ResourceType;

/**
 * A field selector.
 *
 * @param terms the terms, all of which must hold
 */
record FieldSelector(List<Term> terms) {

	private static final List<String> COMMON = List.of("metadata.name", "metadata.namespace");

	static FieldSelector parse(String text) {
		List<Term> terms = new ArrayList<>();
		for (String part : text.split(",")) {
			if (!part.isBlank()) {
				String[] sides = part.split("!=|==?", 2);
				if (sides.length < 2) {
					throw ApiFailure.badRequest("invalid selector: '" + part + "'; can't understand '" + part + "'");
				}
				terms.add(new Term(sides[0].strip(), sides[1].strip(), !part.contains("!=")));
			}
		}
		return new FieldSelector(terms);
	}

	/**
	 * Refuses fields that objects of a type can't be selected by.
	 * @param type the type
	 * @return this selector
	 */
	FieldSelector check(ResourceType type) {
		for (Term term : this.terms) {
			if (!COMMON.contains(term.field()) && !type.selectable().contains(term.field())) {
				throw ApiFailure.badRequest("field label not supported: " + term.field());
			}
		}
		return this;
	}

	boolean matches(JsonNode object) {
		return this.terms.stream()
			.allMatch((term) -> Json.text(object, term.field().split("\\.")).equals(term.value()) == term.equal());
	}

	String valueOf(String field) {
		return this.terms.stream()
			.filter((term) -> term.equal() && term.field().equals(field))
			.map(Term::value)
			.findFirst()
			.orElse("");
	}

	record Term(String field, String value, boolean equal) {

	}

}
