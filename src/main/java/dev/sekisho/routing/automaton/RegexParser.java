package dev.sekisho.routing.automaton;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Parses RE2 syntax to an automaton over bytes.
 */
final class RegexParser {

	private static final int CHARS = 256;

	private static final int REPEAT_LIMIT = 1000;

	private final String regex;

	private final Nfa nfa = new Nfa();

	private final int startNode;

	private int at;

	private boolean ignoreCase;

	private boolean dotMatchesNewline;

	RegexParser(String regex) {
		this.regex = regex;
		int accept = this.nfa.add(Nfa.Kind.ACCEPT, new BitSet(0), -1, -1);
		Piece piece = alternation();
		if (this.at < this.regex.length()) {
			throw new UnsupportedRegexException("unexpected )");
		}
		this.startNode = piece.build(accept);
	}

	Nfa nfa() {
		return this.nfa;
	}

	int startNode() {
		return this.startNode;
	}

	private Piece alternation() {
		List<Piece> branches = new ArrayList<>(List.of(sequence()));
		while (peek() == '|') {
			this.at++;
			branches.add(sequence());
		}
		return (next) -> {
			int built = branches.get(branches.size() - 1).build(next);
			for (int i = branches.size() - 2; i >= 0; i--) {
				built = split(branches.get(i).build(next), built);
			}
			return built;
		};
	}

	private Piece sequence() {
		List<Piece> pieces = new ArrayList<>();
		while (this.at < this.regex.length() && peek() != '|' && peek() != ')') {
			if (this.regex.startsWith("\\Q", this.at)) {
				pieces.addAll(quoted());
			}
			else {
				Piece atom = atom();
				if (atom != null) {
					pieces.add(repeated(atom));
				}
			}
		}
		return (next) -> {
			int built = next;
			for (int i = pieces.size() - 1; i >= 0; i--) {
				built = pieces.get(i).build(built);
			}
			return built;
		};
	}

	private List<Piece> quoted() {
		int end = this.regex.indexOf("\\E", this.at);
		String literal = this.regex.substring(this.at + 2, (end < 0) ? this.regex.length() : end);
		this.at = (end < 0) ? this.regex.length() : end + 2;
		List<Piece> pieces = new ArrayList<>();
		for (int i = 0; i < literal.length(); i++) {
			pieces.add(chars(single(literal.charAt(i))));
		}
		if (!pieces.isEmpty()) {
			pieces.add(repeated(pieces.remove(pieces.size() - 1)));
		}
		return pieces;
	}

	private @Nullable Piece atom() {
		char ch = take();
		return switch (ch) {
			case '(' -> group();
			case '[' -> chars(new CharClassParser(this).parse());
			case '.' -> chars(dot());
			case '^' -> (next) -> this.nfa.add(Nfa.Kind.BEGIN, new BitSet(0), next, -1);
			case '$' -> (next) -> this.nfa.add(Nfa.Kind.END, new BitSet(0), next, -1);
			case '*', '+', '?' -> throw new UnsupportedRegexException("nothing to repeat");
			case '\\' -> escape();
			default -> chars(single(ch));
		};
	}

	private @Nullable Piece group() {
		boolean outerCase = this.ignoreCase;
		boolean outerDot = this.dotMatchesNewline;
		if (peek() == '?') {
			this.at++;
			if (named() || !flags()) {
				return closeGroup(alternation(), outerCase, outerDot);
			}
			return null;
		}
		return closeGroup(alternation(), outerCase, outerDot);
	}

	private Piece closeGroup(Piece inner, boolean outerCase, boolean outerDot) {
		expect(')');
		this.ignoreCase = outerCase;
		this.dotMatchesNewline = outerDot;
		return inner;
	}

	private boolean named() {
		if (this.regex.startsWith("P<", this.at) || this.regex.startsWith("<", this.at)) {
			int end = this.regex.indexOf('>', this.at);
			if (end < 0) {
				throw new UnsupportedRegexException("unclosed group name");
			}
			this.at = end + 1;
			return true;
		}
		return false;
	}

	// Whether the flags stand alone, as in (?i), and so change what follows.
	private boolean flags() {
		boolean on = true;
		for (char ch = take(); ch != ':' && ch != ')'; ch = take()) {
			if (ch == 'i') {
				this.ignoreCase = on;
			}
			else if (ch == 's') {
				this.dotMatchesNewline = on;
			}
			else if (ch == '-') {
				on = false;
			}
			else if (ch != 'U') {
				throw new UnsupportedRegexException("flag " + ch);
			}
		}
		return this.regex.charAt(this.at - 1) == ')';
	}

	private Piece repeated(Piece atom) {
		Piece piece = atom;
		while (this.at < this.regex.length()) {
			int min;
			int max;
			switch (peek()) {
				case '*' -> {
					min = 0;
					max = -1;
				}
				case '+' -> {
					min = 1;
					max = -1;
				}
				case '?' -> {
					min = 0;
					max = 1;
				}
				case '{' -> {
					int[] counts = counts();
					if (counts.length == 0) {
						return piece;
					}
					min = counts[0];
					max = counts[1];
					this.at--;
				}
				default -> {
					return piece;
				}
			}
			this.at++;
			if (peek() == '?') {
				this.at++;
			}
			piece = repeat(piece, min, max);
		}
		return piece;
	}

	private int[] counts() {
		int end = this.regex.indexOf('}', this.at);
		String inside = (end < 0) ? "" : this.regex.substring(this.at + 1, end);
		if (!inside.matches("\\d{1,4}(,\\d{0,4})?")) {
			return new int[0];
		}
		int comma = inside.indexOf(',');
		int min = Integer.parseInt((comma < 0) ? inside : inside.substring(0, comma));
		int max = min;
		if (comma >= 0) {
			max = (comma == inside.length() - 1) ? -1 : Integer.parseInt(inside.substring(comma + 1));
		}
		if (min > REPEAT_LIMIT || max > REPEAT_LIMIT) {
			throw new UnsupportedRegexException("repeated too often");
		}
		this.at = end + 1;
		return new int[] { min, max };
	}

	private Piece repeat(Piece piece, int min, int max) {
		return (next) -> {
			int built = next;
			if (max < 0) {
				int loop = this.nfa.add(Nfa.Kind.SPLIT, new BitSet(0), next, -1);
				this.nfa.set(loop, Nfa.Kind.SPLIT, piece.build(loop), next);
				built = loop;
			}
			for (int i = min; i < max; i++) {
				built = split(piece.build(built), next);
			}
			for (int i = 0; i < min; i++) {
				built = piece.build(built);
			}
			return built;
		};
	}

	private Piece escape() {
		char ch = peek();
		if (ch == 'A') {
			this.at++;
			return (next) -> this.nfa.add(Nfa.Kind.BEGIN, new BitSet(0), next, -1);
		}
		if (ch == 'z') {
			this.at++;
			return (next) -> this.nfa.add(Nfa.Kind.END, new BitSet(0), next, -1);
		}
		if (ch == 'C') {
			this.at++;
			return chars(inverse(new BitSet(0)));
		}
		BitSet perl = perlClass();
		return chars((perl != null) ? perl : single(escapedChar()));
	}

	@Nullable BitSet perlClass() {
		BitSet chars = switch (peek()) {
			case 'd', 'D' -> range('0', '9');
			case 'w', 'W' -> word();
			case 's', 'S' -> of(" \t\n\f\r");
			default -> null;
		};
		if (chars == null) {
			return null;
		}
		return Character.isUpperCase(take()) ? inverse(chars) : chars;
	}

	char escapedChar() {
		char ch = take();
		return switch (ch) {
			case 'n' -> '\n';
			case 't' -> '\t';
			case 'r' -> '\r';
			case 'f' -> '\f';
			case 'v' -> 0x0B;
			case 'a' -> 0x07;
			case 'x' -> hex();
			default -> {
				if (ch < 0x80 && Character.isLetterOrDigit(ch)) {
					throw new UnsupportedRegexException("escape " + ch);
				}
				yield ch;
			}
		};
	}

	private char hex() {
		String digits = sees("{") ? braced() : "" + take() + take();
		try {
			int value = Integer.parseInt(digits, 16);
			if (value < CHARS) {
				return (char) value;
			}
		}
		catch (NumberFormatException ex) {
			throw new UnsupportedRegexException("hexadecimal escape");
		}
		throw new UnsupportedRegexException("char above a byte");
	}

	private String braced() {
		take();
		return takeUntil("}");
	}

	BitSet single(char ch) {
		BitSet chars = new BitSet(CHARS);
		chars.set(ch);
		return folded(chars);
	}

	BitSet folded(BitSet chars) {
		if (this.ignoreCase) {
			for (int ch = 'a'; ch <= 'z'; ch++) {
				if (chars.get(ch) || chars.get(ch - 32)) {
					chars.set(ch);
					chars.set(ch - 32);
				}
			}
		}
		return chars;
	}

	private BitSet dot() {
		BitSet chars = inverse(new BitSet(0));
		chars.set('\n', this.dotMatchesNewline);
		return chars;
	}

	static BitSet range(int from, int to) {
		BitSet chars = new BitSet(CHARS);
		chars.set(from, to + 1);
		return chars;
	}

	static BitSet of(String members) {
		BitSet chars = new BitSet(CHARS);
		members.chars().forEach(chars::set);
		return chars;
	}

	static BitSet inverse(BitSet chars) {
		BitSet inverse = (BitSet) chars.clone();
		inverse.flip(0, CHARS);
		return inverse;
	}

	private static BitSet word() {
		BitSet chars = range('a', 'z');
		chars.or(range('A', 'Z'));
		chars.or(range('0', '9'));
		chars.set('_');
		return chars;
	}

	private Piece chars(BitSet chars) {
		return (next) -> this.nfa.add(Nfa.Kind.CHARS, chars, next, -1);
	}

	private int split(int one, int other) {
		return this.nfa.add(Nfa.Kind.SPLIT, new BitSet(0), one, other);
	}

	char peek() {
		return (this.at < this.regex.length()) ? this.regex.charAt(this.at) : 0;
	}

	boolean sees(String text) {
		return this.regex.startsWith(text, this.at);
	}

	String takeUntil(String end) {
		int index = this.regex.indexOf(end, this.at);
		if (index < 0) {
			throw new UnsupportedRegexException("missing " + end);
		}
		String taken = this.regex.substring(this.at, index);
		this.at = index + end.length();
		return taken;
	}

	char take() {
		if (this.at >= this.regex.length()) {
			throw new UnsupportedRegexException("unexpected end");
		}
		return this.regex.charAt(this.at++);
	}

	private void expect(char ch) {
		if (take() != ch) {
			throw new UnsupportedRegexException("missing " + ch);
		}
	}

	/**
	 * A part of a regex, which is built from its end.
	 */
	private interface Piece {

		int build(int next);

	}

}
