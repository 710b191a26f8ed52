package dev.sekisho.routing.regex;

import java.util.BitSet;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

/**
 * Sets of bytes that have names in regexes.
 */
final class ByteClass {

	/** How many bytes there are. */
	static final int SIZE = 256;

	private ByteClass() {
	}

	static BitSet of(int point, boolean ignoreCase) {
		BitSet bytes = new BitSet();
		if (point < SIZE) {
			bytes.set(point);
		}
		fold(bytes, ignoreCase);
		return bytes;
	}

	static BitSet any(boolean newline) {
		BitSet bytes = new BitSet();
		bytes.set(0, SIZE);
		bytes.set('\n', newline);
		return bytes;
	}

	static BitSet negated(BitSet bytes, boolean negated) {
		if (negated) {
			bytes.flip(0, SIZE);
		}
		return bytes;
	}

	/**
	 * Adds the other case of each letter.
	 * @param bytes the set
	 * @param ignoreCase whether to do so
	 */
	static void fold(BitSet bytes, boolean ignoreCase) {
		if (ignoreCase) {
			for (int letter : bytes.stream().toArray()) {
				int lower = Character.toLowerCase(letter);
				int upper = Character.toUpperCase(letter);
				bytes.set((lower < SIZE) ? lower : letter);
				bytes.set((upper < SIZE) ? upper : letter);
			}
		}
	}

	static @Nullable BitSet perl(char kind) {
		return switch (kind) {
			case 'd' -> posix("digit");
			case 'D' -> negated(posix("digit"), true);
			case 's' -> matching((point) -> point == ' ' || (point >= '\t' && point <= '\r' && point != 0x0B));
			case 'S' ->
				negated(matching((point) -> point == ' ' || (point >= '\t' && point <= '\r' && point != 0x0B)), true);
			case 'w' -> posix("word");
			case 'W' -> negated(posix("word"), true);
			default -> null;
		};
	}

	static BitSet posix(String name) {
		IntPredicate test = switch (name) {
			case "alnum" -> ByteClass::isAlphanumeric;
			case "alpha" -> (point) -> isAlphanumeric(point) && !isDigit(point);
			case "ascii" -> (point) -> point < 0x80;
			case "blank" -> (point) -> point == ' ' || point == '\t';
			case "cntrl" -> (point) -> point < ' ' || point == 0x7F;
			case "digit" -> ByteClass::isDigit;
			case "graph" -> (point) -> point > ' ' && point < 0x7F;
			case "lower" -> (point) -> point >= 'a' && point <= 'z';
			case "print" -> (point) -> point >= ' ' && point < 0x7F;
			case "punct" -> (point) -> point > ' ' && point < 0x7F && !isAlphanumeric(point);
			case "space" -> (point) -> point == ' ' || (point >= '\t' && point <= '\r');
			case "upper" -> (point) -> point >= 'A' && point <= 'Z';
			case "xdigit" -> (point) -> point < 0x80 && Character.digit(point, 16) >= 0;
			default -> (point) -> isAlphanumeric(point) || point == '_';
		};
		return matching(test);
	}

	/**
	 * The bytes of a Unicode class.
	 * @param name a name that RE2 knows; the bytes of others don't matter
	 * @return the bytes
	 */
	static BitSet unicode(String name) {
		if (name.equals("Any")) {
			return any(true);
		}
		return matching((point) -> category(point).startsWith(name) || name.equalsIgnoreCase(script(point)));
	}

	static boolean isAlphanumeric(int point) {
		return isDigit(point) || (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
	}

	// Without the vertical tab, other than POSIX's space.
	private static boolean isBlank(int point) {
		return point == ' ' || (point >= '\t' && point <= '\r' && point != 0x0B);
	}

	private static boolean isDigit(int point) {
		return point >= '0' && point <= '9';
	}

	private static String script(int point) {
		return Character.UnicodeScript.of(point).name();
	}

	private static String category(int point) {
		return switch (Character.getType(point)) {
			case Character.CONTROL -> "Cc";
			case Character.FORMAT -> "Cf";
			case Character.LOWERCASE_LETTER -> "Ll";
			case Character.UPPERCASE_LETTER -> "Lu";
			case Character.OTHER_LETTER -> "Lo";
			case Character.DECIMAL_DIGIT_NUMBER -> "Nd";
			case Character.OTHER_NUMBER -> "No";
			case Character.CONNECTOR_PUNCTUATION -> "Pc";
			case Character.DASH_PUNCTUATION -> "Pd";
			case Character.END_PUNCTUATION -> "Pe";
			case Character.FINAL_QUOTE_PUNCTUATION -> "Pf";
			case Character.INITIAL_QUOTE_PUNCTUATION -> "Pi";
			case Character.OTHER_PUNCTUATION -> "Po";
			case Character.START_PUNCTUATION -> "Ps";
			case Character.CURRENCY_SYMBOL -> "Sc";
			case Character.MODIFIER_SYMBOL -> "Sk";
			case Character.MATH_SYMBOL -> "Sm";
			case Character.OTHER_SYMBOL -> "So";
			default -> "Zs";
		};
	}

	private static BitSet matching(IntPredicate test) {
		BitSet bytes = new BitSet();
		for (int point = 0; point < SIZE; point++) {
			bytes.set(point, test.test(point));
		}
		return bytes;
	}

}
