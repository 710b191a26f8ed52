package dev.sekisho.routing.automaton;

import java.util.BitSet;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Parses what stands in square brackets.
 */
final class CharClassParser {

	private static final Map<String, String> POSIX = Map.ofEntries(Map.entry("alnum", "0-9A-Za-z"),
			Map.entry("alpha", "A-Za-z"), Map.entry("ascii", "\u0000-\u007F"), Map.entry("blank", "\t\t  "),
			Map.entry("cntrl", "\u0000-\u001F\u007F-\u007F"), Map.entry("digit", "0-9"), Map.entry("graph", "!-~"),
			Map.entry("lower", "a-z"), Map.entry("print", " -~"), Map.entry("punct", "!-/:-@[-`{-~"),
			Map.entry("space", "\t-\r - "), Map.entry("upper", "A-Z"), Map.entry("word", "0-9A-Za-z_-_"),
			Map.entry("xdigit", "0-9A-Fa-f"));

	private final RegexCursor cursor;

	private final UnaryOperator<BitSet> folding;

	CharClassParser(RegexCursor cursor, UnaryOperator<BitSet> folding) {
		this.cursor = cursor;
		this.folding = folding;
	}

	BitSet parse() {
		boolean negated = this.cursor.peek() == '^';
		if (negated) {
			this.cursor.take();
		}
		BitSet chars = new BitSet();
		boolean first = true;
		while (first || this.cursor.peek() != ']') {
			first = false;
			chars.or(item());
		}
		this.cursor.take();
		BitSet folded = this.folding.apply(chars);
		return negated ? ByteSets.inverse(folded) : folded;
	}

	private BitSet item() {
		if (this.cursor.sees("[:")) {
			return posix();
		}
		char from = this.cursor.take();
		if (from == '\\') {
			BitSet perl = ByteSets.perlClass(this.cursor);
			if (perl != null) {
				return perl;
			}
			from = this.cursor.escapedChar();
		}
		if (!this.cursor.sees("-") || this.cursor.sees("-]")) {
			return ByteSets.range(from, from);
		}
		this.cursor.take();
		char to = this.cursor.take();
		if (to == '\\') {
			to = this.cursor.escapedChar();
		}
		if (to < from) {
			throw new UnsupportedRegexException("bad range");
		}
		return ByteSets.range(from, to);
	}

	private BitSet posix() {
		this.cursor.takeUntil("[:");
		String name = this.cursor.takeUntil(":]");
		boolean negated = name.startsWith("^");
		String ranges = POSIX.get(negated ? name.substring(1) : name);
		if (ranges == null) {
			throw new UnsupportedRegexException("class " + name);
		}
		BitSet chars = expand(ranges);
		return negated ? ByteSets.inverse(chars) : chars;
	}

	private static BitSet expand(String ranges) {
		BitSet chars = new BitSet();
		int i = 0;
		while (i < ranges.length()) {
			boolean range = i + 2 < ranges.length() && ranges.charAt(i + 1) == '-';
			chars.or(ByteSets.range(ranges.charAt(i), ranges.charAt(range ? i + 2 : i)));
			i += range ? 3 : 1;
		}
		return chars;
	}

}
