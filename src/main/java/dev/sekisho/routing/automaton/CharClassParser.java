package dev.sekisho.routing.automaton;

import java.util.BitSet;
import java.util.Map;

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

	private final RegexParser parser;

	CharClassParser(RegexParser parser) {
		this.parser = parser;
	}

	BitSet parse() {
		boolean negated = this.parser.peek() == '^';
		if (negated) {
			this.parser.take();
		}
		BitSet chars = new BitSet();
		boolean first = true;
		while (first || this.parser.peek() != ']') {
			first = false;
			chars.or(item());
		}
		this.parser.take();
		this.parser.folded(chars);
		return negated ? RegexParser.inverse(chars) : chars;
	}

	private BitSet item() {
		if (this.parser.sees("[:")) {
			return posix();
		}
		char from = this.parser.take();
		if (from == '\\') {
			BitSet perl = this.parser.perlClass();
			if (perl != null) {
				return perl;
			}
			from = this.parser.escapedChar();
		}
		if (!this.parser.sees("-") || this.parser.sees("-]")) {
			return RegexParser.range(from, from);
		}
		this.parser.take();
		char to = this.parser.take();
		if (to == '\\') {
			to = this.parser.escapedChar();
		}
		if (to < from) {
			throw new UnsupportedRegexException("bad range");
		}
		return RegexParser.range(from, to);
	}

	private BitSet posix() {
		this.parser.takeUntil("[:");
		String name = this.parser.takeUntil(":]");
		boolean negated = name.startsWith("^");
		String ranges = POSIX.get(negated ? name.substring(1) : name);
		if (ranges == null) {
			throw new UnsupportedRegexException("class " + name);
		}
		BitSet chars = expand(ranges);
		return negated ? RegexParser.inverse(chars) : chars;
	}

	private static BitSet expand(String ranges) {
		BitSet chars = new BitSet();
		int i = 0;
		while (i < ranges.length()) {
			boolean range = i + 2 < ranges.length() && ranges.charAt(i + 1) == '-';
			chars.or(RegexParser.range(ranges.charAt(i), ranges.charAt(range ? i + 2 : i)));
			i += range ? 3 : 1;
		}
		return chars;
	}

}
