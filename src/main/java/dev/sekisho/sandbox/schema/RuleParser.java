package dev.sekisho.sandbox.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.sekisho.sandbox.schema.Rule.Term;
import dev.sekisho.sandbox.store.Json;

/**
 * Reads the part of CEL that Sekisho's definitions use: {@code || && ! == != > in has()
 * size()}, field access, lists and literals.
 */
final class RuleParser {

	private static final Pattern TOKEN = Pattern
		.compile("\\s*('[^'\\\\]*'|\"[^\"\\\\]*\"|\\d+|[A-Za-z_]\\w*|\\|\\||&&|==|!=|[!>()\\[\\].,])");

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final String text;

	private final List<String> tokens = new ArrayList<>();

	private int next;

	RuleParser(String text) {
		this.text = text;
		Matcher matcher = TOKEN.matcher(text.strip());
		int end = 0;
		while (end < text.strip().length() && matcher.region(end, text.strip().length()).lookingAt()) {
			this.tokens.add(matcher.group(1));
			end = matcher.end();
		}
		expect(end == text.strip().length());
	}

	Term parse() {
		Term term = or();
		expect(this.next == this.tokens.size());
		return term;
	}

	private Term or() {
		Term left = and();
		while (accept("||")) {
			Term first = left;
			Term second = and();
			left = (self, old) -> bool(is(first, self, old) || is(second, self, old));
		}
		return left;
	}

	private Term and() {
		Term left = relation();
		while (accept("&&")) {
			Term first = left;
			Term second = relation();
			left = (self, old) -> bool(is(first, self, old) && is(second, self, old));
		}
		return left;
	}

	private Term relation() {
		Term left = unary();
		if (accept("==")) {
			Term right = unary();
			return (self, old) -> bool(same(left, right, self, old));
		}
		if (accept("!=")) {
			Term right = unary();
			return (self, old) -> bool(!same(left, right, self, old));
		}
		if (accept(">")) {
			Term right = unary();
			return (self, old) -> bool(left.evaluate(self, old).asLong() > right.evaluate(self, old).asLong());
		}
		if (accept("in")) {
			Term right = unary();
			return (self,
					old) -> bool(Json.texts(right.evaluate(self, old)).contains(left.evaluate(self, old).asText()));
		}
		return left;
	}

	private Term unary() {
		if (accept("!")) {
			Term inner = unary();
			return (self, old) -> bool(!is(inner, self, old));
		}
		if (accept("(")) {
			Term inner = or();
			expect(accept(")"));
			return inner;
		}
		return accept("[") ? list() : fields(operand());
	}

	private Term operand() {
		String token = take();
		if (token.startsWith("'") || token.startsWith("\"")) {
			return constant(NODES.textNode(token.substring(1, token.length() - 1)));
		}
		if (Character.isDigit(token.charAt(0))) {
			return constant(NODES.numberNode(Long.parseLong(token)));
		}
		return switch (token) {
			case "true", "false" -> constant(NODES.booleanNode("true".equals(token)));
			case "self" -> (self, old) -> self;
			case "oldSelf" -> (self, old) -> old;
			case "has" -> {
				Term field = call();
				yield (self, old) -> bool(!field.evaluate(self, old).isMissingNode());
			}
			case "size" -> {
				Term of = call();
				yield (self, old) -> NODES.numberNode(sizeOf(of.evaluate(self, old)));
			}
			default -> throw unknown();
		};
	}

	private Term call() {
		expect(accept("("));
		Term argument = or();
		expect(accept(")"));
		return argument;
	}

	private Term fields(Term of) {
		Term found = of;
		while (accept(".")) {
			String name = take();
			Term parent = found;
			found = (self, old) -> parent.evaluate(self, old).path(name);
		}
		return found;
	}

	private Term list() {
		ArrayNode values = NODES.arrayNode();
		while (!accept("]")) {
			values.add(operand().evaluate(values, values));
			accept(",");
		}
		return constant(values);
	}

	private static Term constant(JsonNode value) {
		return (self, old) -> value;
	}

	private static boolean is(Term term, JsonNode self, JsonNode old) {
		return term.evaluate(self, old).asBoolean();
	}

	private static boolean same(Term left, Term right, JsonNode self, JsonNode old) {
		return Json.same(left.evaluate(self, old), right.evaluate(self, old));
	}

	private static int sizeOf(JsonNode value) {
		return value.isTextual() ? value.asText().codePointCount(0, value.asText().length()) : value.size();
	}

	private static BooleanNode bool(boolean value) {
		return NODES.booleanNode(value);
	}

	private String take() {
		expect(this.next < this.tokens.size());
		return this.tokens.get(this.next++);
	}

	private boolean accept(String token) {
		boolean there = this.next < this.tokens.size() && this.tokens.get(this.next).equals(token);
		this.next += there ? 1 : 0;
		return there;
	}

	private void expect(boolean condition) {
		if (!condition) {
			throw unknown();
		}
	}

	private IllegalArgumentException unknown() {
		return new IllegalArgumentException(this.text);
	}

}
