package dev.sekisho.change;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * What a YAML scalar means in JSON. What YAML 1.1 and YAML 1.2 readers understand
 * differently ({@code n}, {@code 010}, {@code 1:30}) is refused with the quoted form as
 * fix: the person who wrote it may not mean what kubectl would read.
 */
final class YamlScalar {

	private static final Set<String> OTHER_BOOLEANS = Set.of("y", "n", "yes", "no", "on", "off");

	private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");

	private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

	private static final Set<Tag> TEXT = Set.of(Tag.STR, Tag.TIMESTAMP);

	private static final Set<Tag> KNOWN = Set.of(Tag.STR, Tag.TIMESTAMP, Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.NULL,
			Tag.MERGE);

	private YamlScalar() {
	}

	/**
	 * The value of a scalar.
	 * @param node the scalar
	 * @param refuse gets a code and a fix for what can't be taken
	 * @return the value; {@code null} if it was refused
	 */
	static @Nullable Object value(ScalarNode node, BiFunction<String, String, @Nullable Object> refuse) {
		String text = node.getValue();
		if (!KNOWN.contains(node.getTag())) {
			return refuse.apply("tag", "");
		}
		if (node.getScalarStyle() != ScalarStyle.PLAIN) {
			return text;
		}
		if (OTHER_BOOLEANS.contains(text.toLowerCase(Locale.ROOT))) {
			return refuse.apply("ambiguous-boolean", "\"" + text + "\"");
		}
		if (TEXT.contains(node.getTag()) || node.getTag().equals(Tag.MERGE)) {
			return text;
		}
		if (node.getTag().equals(Tag.BOOL)) {
			return Boolean.valueOf(text);
		}
		if (node.getTag().equals(Tag.NULL)) {
			return refuse.apply("null-value", "");
		}
		return number(text, refuse);
	}

	private static @Nullable Object number(String text, BiFunction<String, String, @Nullable Object> refuse) {
		if (INTEGER.matcher(text).matches()) {
			return integer(new BigInteger(text));
		}
		if (DECIMAL.matcher(text).matches()) {
			return Double.valueOf(text);
		}
		return refuse.apply("ambiguous-number", "\"" + text + "\"");
	}

	static Number integer(BigInteger value) {
		if (value.bitLength() < Integer.SIZE) {
			return value.intValue();
		}
		return (value.bitLength() < Long.SIZE) ? (Number) value.longValue() : value;
	}

}
