package dev.sekisho.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * JSON in the one form of RFC 8785, and what a draft may not hold so that this form says
 * all of it.
 */
final class CanonicalJson {

	private static final BigInteger LARGEST_INTEGER = BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE);

	private CanonicalJson() {
	}

	static byte[] of(Object value) {
		try {
			return new JsonCanonicalizer(Json.write(value)).getEncodedUTF8();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Finds what the canonical form would lose or what a server would drop: nulls,
	 * integers that a double doesn't hold, halves of surrogate pairs.
	 * @param value a JSON value
	 * @param path where it stands
	 * @return the problems
	 */
	static List<InputProblem> problems(@Nullable Object value, String path) {
		List<InputProblem> problems = new ArrayList<>();
		collect(value, path, problems);
		return problems;
	}

	private static void collect(@Nullable Object value, String path, List<InputProblem> problems) {
		if (value == null) {
			problems.add(InputProblem.at(path, "null-value"));
		}
		else if (value instanceof Map<?, ?> map) {
			map.forEach((key, member) -> collect(member, Paths.member(path, String.valueOf(key)), problems));
		}
		else if (value instanceof List<?> list) {
			for (int i = 0; i < list.size(); i++) {
				collect(list.get(i), Paths.element(path, i), problems);
			}
		}
		else if (value instanceof Number number && tooLarge(number)) {
			problems.add(InputProblem.at(path, "integer-too-large", number.toString()));
		}
		else if (value instanceof String text && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
			problems.add(InputProblem.at(path, "broken-text"));
		}
	}

	private static boolean tooLarge(Number number) {
		if (number instanceof Integer) {
			return false;
		}
		if (number instanceof Long || number instanceof BigInteger) {
			return new BigInteger(number.toString()).abs().compareTo(LARGEST_INTEGER) > 0;
		}
		return !Double.isFinite(number.doubleValue());
	}

}
