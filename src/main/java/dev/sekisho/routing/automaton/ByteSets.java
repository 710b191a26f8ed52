package dev.sekisho.routing.automaton;

import java.util.BitSet;

import org.jspecify.annotations.Nullable;

/**
 * Sets of bytes.
 */
final class ByteSets {

	/** How many bytes there are. */
	static final int SIZE = 256;

	private ByteSets() {
	}

	static BitSet range(int from, int to) {
		BitSet chars = new BitSet(SIZE);
		chars.set(from, to + 1);
		return chars;
	}

	static BitSet of(String members) {
		BitSet chars = new BitSet(SIZE);
		members.chars().forEach(chars::set);
		return chars;
	}

	static BitSet inverse(BitSet chars) {
		BitSet inverse = (BitSet) chars.clone();
		inverse.flip(0, SIZE);
		return inverse;
	}

	private static BitSet word() {
		BitSet chars = range('a', 'z');
		chars.or(range('A', 'Z'));
		chars.or(range('0', '9'));
		chars.set('_');
		return chars;
	}

	/**
	 * Takes a class such as {@code \\d}, if one stands here.
	 * @param cursor behind the backslash
	 * @return the class; {@code null} if it is another escape
	 */
	static @Nullable BitSet perlClass(RegexCursor cursor) {
		BitSet chars = switch (cursor.peek()) {
			case 'd', 'D' -> range('0', '9');
			case 'w', 'W' -> word();
			case 's', 'S' -> of(" \t\n\f\r");
			default -> null;
		};
		if (chars == null) {
			return null;
		}
		return Character.isUpperCase(cursor.take()) ? inverse(chars) : chars;
	}

}
