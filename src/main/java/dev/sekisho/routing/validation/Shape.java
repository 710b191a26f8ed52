package dev.sekisho.routing.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What the CRD's schema says about a value. Checks as the API server does with strict
 * field validation.
 */
final class Shape {

	private static final long LARGEST_UNSIGNED = 0xFFFF_FFFFL;

	static final Shape STRING = of((node, defects) -> {
		if (!(node.value() instanceof String)) {
			defects.add(Law.TYPE, node, "string");
		}
	});

	static final Shape BOOLEAN = of((node, defects) -> {
		if (!(node.value() instanceof Boolean)) {
			defects.add(Law.TYPE, node, "boolean");
		}
	});

	static final Shape DOUBLE = of((node, defects) -> {
		if (!(node.value() instanceof Number)) {
			defects.add(Law.TYPE, node, "number");
		}
	});

	static final Shape INT32 = integer(Integer.MIN_VALUE, Integer.MAX_VALUE);

	static final Shape UINT32 = integer(0, LARGEST_UNSIGNED);

	static final Shape DURATION = of((node, defects) -> {
		if (!(node.value() instanceof String text)) {
			defects.add(Law.TYPE, node, "string");
			return;
		}
		Long duration = GoDuration.parse(text);
		if (duration == null || duration < GoDuration.MILLISECOND) {
			defects.add(Law.DURATION, node, text);
		}
	});

	static final Shape BYTES = of((node, defects) -> {
		if (!(node.value() instanceof String text)) {
			defects.add(Law.TYPE, node, "string");
		}
		else if (!isBase64(text)) {
			defects.add(Law.BASE64, node, text);
		}
	});

	static final Shape ANYTHING = of((node, defects) -> {
	});

	private final BiConsumer<Node, Defects> check;

	private boolean nullable;

	private Shape(BiConsumer<Node, Defects> check) {
		this.check = check;
	}

	private static Shape of(BiConsumer<Node, Defects> check) {
		return new Shape(check);
	}

	static Shape integer(long least, long most) {
		return of((node, defects) -> {
			Long number = node.wholeNumber();
			if (!(node.value() instanceof Number value) || (number == null && value.doubleValue() % 1 != 0)) {
				defects.add(Law.TYPE, node, "integer");
			}
			else if (number == null || number < least || number > most) {
				defects.add(Law.NUMBER_RANGE, node, node.value(), least, most);
			}
		});
	}

	static Shape oneOf(String... values) {
		return of((node, defects) -> {
			if (!(node.value() instanceof String text)) {
				defects.add(Law.TYPE, node, "string");
			}
			else if (!Arrays.asList(values).contains(text)) {
				defects.add(Law.ENUM, node, text, String.join(", ", values));
			}
		});
	}

	static Shape list(Shape item) {
		return of((node, defects) -> {
			if (!(node.value() instanceof List<?>)) {
				defects.add(Law.TYPE, node, "array");
			}
			node.items().forEach((value) -> item.check(value, defects));
		});
	}

	static Shape map(Shape item) {
		return of((node, defects) -> {
			if (!(node.value() instanceof Map<?, ?>)) {
				defects.add(Law.TYPE, node, "object");
			}
			node.members().forEach((member) -> item.check(member.node(), defects));
		});
	}

	/**
	 * The same, where null is as good as absent.
	 * @return the shape
	 */
	Shape orNull() {
		Shape shape = new Shape(this.check);
		shape.nullable = true;
		return shape;
	}

	/**
	 * The same, for a list of some length.
	 * @param least how many items at least
	 * @param most how many items at most
	 * @return the shape
	 */
	Shape withSize(int least, int most) {
		return of((node, defects) -> {
			check(node, defects);
			if (node.value() instanceof List<?> list && (list.size() < least || list.size() > most)) {
				defects.add(Law.LIST_SIZE, node, list.size(), least, most);
			}
		});
	}

	void check(Node node, Defects defects) {
		if (!this.nullable || node.exists()) {
			this.check.accept(node, defects);
		}
	}

	private static boolean isBase64(String text) {
		try {
			Base64.getDecoder().decode(text);
			return text.length() % 4 == 0;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	static ObjectShape object() {
		return new ObjectShape();
	}

	/**
	 * An object in the making.
	 */
	static final class ObjectShape {

		private final Map<String, Shape> fields = new LinkedHashMap<>();

		private final List<String> required = new ArrayList<>();

		private final List<List<String>> exclusive = new ArrayList<>();

		private ObjectShape() {
		}

		ObjectShape with(Shape shape, String... names) {
			for (String name : names) {
				this.fields.put(name, shape);
			}
			return this;
		}

		ObjectShape require(String... names) {
			this.required.addAll(List.of(names));
			return this;
		}

		ObjectShape atMostOne(String... names) {
			this.exclusive.add(List.of(names));
			return this;
		}

		Shape build() {
			return of(this::check);
		}

		private void check(Node node, Defects defects) {
			if (!(node.value() instanceof Map<?, ?> map)) {
				defects.add(Law.TYPE, node, "object");
				return;
			}
			for (Node.Member member : node.members()) {
				Shape shape = this.fields.get(member.name());
				if (shape != null) {
					shape.check(member.node(), defects);
				}
				else {
					defects.add(Law.UNKNOWN_FIELD, member.node(), member.name());
				}
			}
			this.required.stream()
				.filter((name) -> !map.containsKey(name))
				.forEach((name) -> defects.add(Law.REQUIRED, node.at(name), name));
			for (List<String> names : this.exclusive) {
				if (names.stream().filter(map::containsKey).count() > 1) {
					defects.add(Law.ONE_OF, node, String.join(", ", names));
				}
			}
		}

	}

}
