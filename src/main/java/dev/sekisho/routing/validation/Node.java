package dev.sekisho.routing.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A value of a raw manifest and where it is. Reading never fails: what isn't there, or
 * has another type than asked for, reads as empty. The schema says so elsewhere.
 *
 * @param path its JSON pointer
 * @param value the value as a JSON parser returns it; {@code null} if absent or null
 */
record Node(String path, @Nullable Object value) {

	private static final double EXACT = 1L << 53;

	static Node root(Map<String, ?> manifest) {
		return new Node("", manifest);
	}

	Node at(String field) {
		return new Node(pointer(field), (this.value instanceof Map<?, ?> map) ? map.get(field) : null);
	}

	private String pointer(String field) {
		return this.path + "/" + field.replace("~", "~0").replace("/", "~1");
	}

	boolean exists() {
		return this.value != null;
	}

	boolean has(String field) {
		return at(field).exists();
	}

	/**
	 * A field that has two names. Even where it is null, the first one counts.
	 * @param field its name
	 * @param other its other name
	 * @return the field
	 */
	Node atEither(String field, String other) {
		return (this.value instanceof Map<?, ?> map && map.containsKey(field)) ? at(field) : at(other);
	}

	/**
	 * Whether this is a list or an object with something in it.
	 * @return {@code false} for everything else
	 */
	boolean isFilled() {
		return (this.value instanceof List<?> list && !list.isEmpty())
				|| (this.value instanceof Map<?, ?> map && !map.isEmpty());
	}

	/**
	 * The items, if this is a list.
	 * @return the items; none if it isn't one
	 */
	List<Node> items() {
		List<Node> items = new ArrayList<>();
		if (this.value instanceof List<?> list) {
			for (Object item : list) {
				items.add(new Node(this.path + "/" + items.size(), item));
			}
		}
		return items;
	}

	/**
	 * The members, if this is an object.
	 * @return the members with their names
	 */
	List<Member> members() {
		List<Member> members = new ArrayList<>();
		if (this.value instanceof Map<?, ?> map) {
			map.forEach((key, member) -> {
				String name = String.valueOf(key);
				members.add(new Member(name, new Node(pointer(name), member)));
			});
		}
		return members;
	}

	/**
	 * The text.
	 * @return the text; empty if it isn't one
	 */
	String text() {
		return (this.value instanceof String text) ? text : "";
	}

	String text(String field) {
		return at(field).text();
	}

	/**
	 * The number, if it is a whole one.
	 * @return the number; 0 if it isn't one
	 */
	long integer() {
		Long number = wholeNumber();
		return (number != null) ? number : 0;
	}

	/**
	 * The number, if it is a whole one: {@code 80.0} is, as for the API server.
	 * @return the number, {@code null} if it isn't one or is beyond 64 bits
	 */
	@Nullable Long wholeNumber() {
		if (this.value instanceof BigInteger big) {
			return (big.bitLength() < Long.SIZE) ? (Long) big.longValue() : null;
		}
		if (this.value instanceof Double || this.value instanceof Float || this.value instanceof BigDecimal) {
			double number = decimal();
			return (number == Math.rint(number) && Math.abs(number) < EXACT) ? (Long) (long) number : null;
		}
		return (this.value instanceof Number number) ? (Long) number.longValue() : null;
	}

	double decimal() {
		return (this.value instanceof Number number) ? number.doubleValue() : 0;
	}

	/**
	 * A member of an object.
	 *
	 * @param name its name
	 * @param node its value
	 */
	record Member(String name, Node node) {

	}

}
