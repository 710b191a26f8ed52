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
 */
final class Node {

	private static final double EXACT = 1L << 53;

	private final @Nullable Node parent;

	private final Object key;

	private final @Nullable Object value;

	// Few nodes are asked where they are, so they know but the last step to them.
	private Node(@Nullable Node parent, Object key, @Nullable Object value) {
		this.parent = parent;
		this.key = key;
		this.value = value;
	}

	static Node root(Map<String, ?> manifest) {
		return new Node(null, "", manifest);
	}

	/**
	 * Where it is.
	 * @return its JSON pointer
	 */
	String path() {
		if (this.parent == null) {
			return "";
		}
		return this.parent.path() + "/" + this.key.toString().replace("~", "~0").replace("/", "~1");
	}

	/**
	 * What it is.
	 * @return the value as a JSON parser returns it; {@code null} if absent or null
	 */
	@Nullable Object value() {
		return this.value;
	}

	Node at(String field) {
		return new Node(this, field, (this.value instanceof Map<?, ?> map) ? map.get(field) : null);
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
		if (!(this.value instanceof List<?> list)) {
			return List.of();
		}
		List<Node> items = new ArrayList<>(list.size());
		for (Object item : list) {
			items.add(new Node(this, items.size(), item));
		}
		return items;
	}

	/**
	 * The members, if this is an object.
	 * @return the members with their names
	 */
	List<Member> members() {
		if (!(this.value instanceof Map<?, ?> map)) {
			return List.of();
		}
		List<Member> members = new ArrayList<>(map.size());
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			String name = String.valueOf(entry.getKey());
			members.add(new Member(name, new Node(this, name, entry.getValue())));
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
