package dev.sekisho.sandbox.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;

import dev.sekisho.sandbox.store.Json;

/**
 * Checks types, required fields and limits, in the API server's words.
 */
final class StructureCheck {

	private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

	private final List<Violation> violations = new ArrayList<>();

	static List<Violation> check(JsonNode schema, JsonNode object) {
		StructureCheck check = new StructureCheck();
		check.visit(schema, object, "");
		return check.violations;
	}

	private void visit(JsonNode schema, JsonNode value, String path) {
		String type = Json.text(schema, "type");
		if (!type.isEmpty() && !schema.path("x-kubernetes-int-or-string").asBoolean() && !hasType(type, value)) {
			if (!(value.isNull() && schema.path("nullable").asBoolean())) {
				wrongType(path, type, value);
			}
			return;
		}
		checkEnum(schema, value, path);
		if (value.isTextual()) {
			checkText(schema, value.asText(), path);
		}
		else if (value.isNumber()) {
			checkNumber(schema, value, path);
		}
		else if (value.isArray()) {
			checkList(schema, value, path);
		}
		else if (value.isObject()) {
			checkObject(schema, value, path);
		}
	}

	private static boolean hasType(String type, JsonNode value) {
		return switch (type) {
			case "string" -> value.isTextual();
			case "boolean" -> value.isBoolean();
			case "integer" -> value.isIntegralNumber();
			case "number" -> value.isNumber();
			case "array" -> value.isArray();
			default -> value.isObject();
		};
	}

	private void wrongType(String path, String type, JsonNode value) {
		String actual = value.isTextual() ? "string"
				: value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
		this.violations.add(new Violation(path, "FieldValueTypeInvalid",
				"Invalid value: \"%1$s\": %2$s in body must be of type %3$s: \"%1$s\"".formatted(actual, path, type)));
	}

	private void checkEnum(JsonNode schema, JsonNode value, String path) {
		JsonNode allowed = schema.path("enum");
		if (allowed.isArray() && StreamSupport.stream(allowed.spliterator(), false).noneMatch(value::equals)) {
			String list = StreamSupport.stream(allowed.spliterator(), false)
				.map(JsonNode::toString)
				.collect(Collectors.joining(", "));
			this.violations.add(new Violation(path, "FieldValueNotSupported",
					"Unsupported value: " + value + ": supported values: " + list));
		}
	}

	private void checkText(JsonNode schema, String text, String path) {
		int length = text.codePointCount(0, text.length());
		int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
		if (length > most) {
			this.violations
				.add(new Violation(path, "FieldValueTooLong", "Too long: may not be more than " + most + " bytes"));
		}
		if (length < schema.path("minLength").asInt()) {
			invalid(path, quoted(text), "should be at least " + schema.path("minLength").asInt() + " chars long");
		}
		String pattern = Json.text(schema, "pattern");
		if (!pattern.isEmpty() && !PATTERNS.computeIfAbsent(pattern, Pattern::compile).matcher(text).find()) {
			invalid(path, quoted(text), "should match '" + pattern + "'");
		}
		if ("date-time".equals(Json.text(schema, "format")) && !isDateTime(text)) {
			invalid(path, quoted(text), "must be of type date-time: " + quoted(text));
		}
	}

	private static boolean isDateTime(String text) {
		try {
			java.time.OffsetDateTime.parse(text);
			return true;
		}
		catch (java.time.format.DateTimeParseException ex) {
			return false;
		}
	}

	private void checkNumber(JsonNode schema, JsonNode number, String path) {
		if (schema.has("minimum") && number.asDouble() < schema.path("minimum").asDouble()) {
			invalid(path, number.asText(), "should be greater than or equal to " + schema.path("minimum").asText());
		}
		if (schema.has("maximum") && number.asDouble() > schema.path("maximum").asDouble()) {
			invalid(path, number.asText(), "should be less than or equal to " + schema.path("maximum").asText());
		}
	}

	private void checkList(JsonNode schema, JsonNode list, String path) {
		checkSize(schema, "minItems", "maxItems", list.size(), path);
		for (int i = 0; i < list.size(); i++) {
			visit(schema.path("items"), list.get(i), path + "[" + i + "]");
		}
		checkDuplicates(schema, list, path);
	}

	private void checkDuplicates(JsonNode schema, JsonNode list, String path) {
		List<String> keys = Json.texts(schema.path("x-kubernetes-list-map-keys"));
		boolean set = "set".equals(Json.text(schema, "x-kubernetes-list-type"));
		List<List<String>> seen = new ArrayList<>();
		for (int i = 0; i < list.size() && (set || !keys.isEmpty()); i++) {
			JsonNode item = list.get(i);
			List<String> key = set ? List.of(item.toString())
					: keys.stream().map((name) -> Json.text(item, name)).toList();
			if (seen.contains(key)) {
				this.violations
					.add(new Violation(path + "[" + i + "]", "FieldValueDuplicate", "Duplicate value: " + item));
			}
			seen.add(key);
		}
	}

	private void checkObject(JsonNode schema, JsonNode object, String path) {
		checkSize(schema, "minProperties", "maxProperties", object.size(), path);
		for (String required : Json.texts(schema.path("required"))) {
			if (!object.has(required)) {
				this.violations.add(Violation.required(Schema.join(path, required), ""));
			}
		}
		object.properties().forEach((field) -> {
			JsonNode known = Schema.ofField(schema, field.getKey());
			if (!known.isMissingNode()) {
				visit(known, field.getValue(), Schema.join(path, field.getKey()));
			}
		});
	}

	private void checkSize(JsonNode schema, String least, String most, int size, String path) {
		if (size > schema.path(most).asInt(Integer.MAX_VALUE)) {
			this.violations.add(new Violation(path, "FieldValueTooMany",
					"Too many: %d: must have at most %d items".formatted(size, schema.path(most).asInt())));
		}
		if (size < schema.path(least).asInt()) {
			invalid(path, Integer.toString(size), "should have at least " + schema.path(least).asInt() + " items");
		}
	}

	private void invalid(String path, String value, String why) {
		this.violations.add(Violation.invalid(path, value, path + " in body " + why));
	}

	private static String quoted(String text) {
		return Json.MAPPER.getNodeFactory().textNode(text).toString();
	}

}
