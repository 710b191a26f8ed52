package dev.sekisho.sandbox.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.sekisho.sandbox.store.Json;

/**
 * Checks the validation rules ({@code x-kubernetes-validations}) of a schema.
 */
final class RuleCheck {

	private static final Logger logger = LoggerFactory.getLogger(RuleCheck.class);

	private static final Map<String, Optional<Rule>> RULES = new ConcurrentHashMap<>();

	private final List<Violation> violations = new ArrayList<>();

	static List<Violation> check(JsonNode schema, JsonNode object, @Nullable JsonNode previous) {
		RuleCheck check = new RuleCheck();
		check.visit(schema, object, (previous != null) ? previous : MissingNode.getInstance(), "");
		return check.violations;
	}

	private void visit(JsonNode schema, JsonNode value, JsonNode previous, String path) {
		for (JsonNode written : schema.path("x-kubernetes-validations")) {
			rule(Json.text(written, "rule")).filter((rule) -> !rule.holds(value, previous))
				.ifPresent((rule) -> this.violations.add(violation(written, value, path)));
		}
		if (value.isObject()) {
			value.properties()
				.forEach((field) -> visit(Schema.ofField(schema, field.getKey()), field.getValue(),
						previous.path(field.getKey()), Schema.join(path, field.getKey())));
		}
		for (int i = 0; value.isArray() && i < value.size(); i++) {
			visit(schema.path("items"), value.get(i), MissingNode.getInstance(), path + "[" + i + "]");
		}
	}

	private static Violation violation(JsonNode written, JsonNode value, String path) {
		String shown = value.isObject() ? "\"object\"" : value.toString();
		String message = Json.text(written, "message");
		return Violation.invalid((path + Json.text(written, "fieldPath")), shown,
				message.isEmpty() ? "failed rule: " + Json.text(written, "rule") : message);
	}

	private static Optional<Rule> rule(String text) {
		return RULES.computeIfAbsent(text, RuleCheck::parse);
	}

	private static Optional<Rule> parse(String text) {
		try {
			return Optional.of(Rule.parse(text));
		}
		catch (IllegalArgumentException ex) {
			logger.warn("The sandbox doesn't check a rule it can't read: {}", ex.getMessage());
			return Optional.empty();
		}
	}

}
