package dev.sekisho.analyze;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Scalars on one line, as {@link PlainYaml} reads them.
 */
final class PlainScalar {

	private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`=<~";

	private static final Set<String> TRUE = Set.of("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON");

	private static final Set<String> FALSE = Set.of("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF");

	private static final Set<String> NULL = Set.of("null", "Null", "NULL");

	private static final int MOST_DIGITS = 9;

	private PlainScalar() {
	}

	/**
	 * The value of a scalar.
	 * @param text the scalar as written, not empty
	 * @return the value
	 * @throws NotPlainException if it isn't plain
	 */
	static @Nullable Object of(String text) {
		char first = text.charAt(0);
		if (first == '"' || first == '\'') {
			return unquoted(text, first);
		}
		if (INDICATORS.indexOf(first) >= 0 || text.contains(": ") || text.contains(" #") || text.endsWith(":")) {
			throw NotPlainException.INSTANCE;
		}
		return ((first >= '0' && first <= '9') || first == '+' || first == '.') ? number(text) : word(text);
	}

	/**
	 * Where the key that a line starts with ends.
	 * @param text the text
	 * @param from where the line starts
	 * @param to where it ends
	 * @return the index of the colon; -1 if the line doesn't start with a plain key
	 */
	static int colon(String text, int from, int to) {
		for (int i = from; i < to; i++) {
			char ch = text.charAt(i);
			if (ch == ':' && (i + 1 == to || text.charAt(i + 1) == ' ')) {
				return (i > from) ? i : -1;
			}
			boolean plain = (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9')
					|| "-_./:".indexOf(ch) >= 0;
			if (!plain) {
				return -1;
			}
		}
		return -1;
	}

	private static String unquoted(String text, char quote) {
		int last = text.length() - 1;
		if (last < 1 || text.indexOf(quote, 1) != last || (quote == '"' && text.indexOf('\\') >= 0)) {
			throw NotPlainException.INSTANCE;
		}
		return text.substring(1, last);
	}

	private static Object number(String text) {
		boolean decimal = text.length() <= MOST_DIGITS && (text.charAt(0) != '0' || text.length() == 1)
				&& text.chars().allMatch((ch) -> ch >= '0' && ch <= '9');
		if (decimal) {
			return Integer.valueOf(text);
		}
		if (Resolver.INT.matcher(text).matches() || Resolver.FLOAT.matcher(text).matches()) {
			throw NotPlainException.INSTANCE;
		}
		return text;
	}

	private static @Nullable Object word(String text) {
		if (text.length() > "false".length()) {
			return text;
		}
		if (TRUE.contains(text) || FALSE.contains(text)) {
			return TRUE.contains(text);
		}
		return NULL.contains(text) ? null : text;
	}

}
