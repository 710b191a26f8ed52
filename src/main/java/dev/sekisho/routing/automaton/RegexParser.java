package dev.sekisho.routing.automaton;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Parses RE2 syntax to an automaton over bytes.
 */
final class RegexParser {

	private static final int REPEAT_LIMIT = 1000;

	private final RegexCursor cursor;

	private final Nfa nfa = new Nfa();

	private final RegexPieces pieces = new RegexPieces(this.nfa);

	private final int startNode;

	private boolean ignoreCase;

	private boolean dotMatchesNewline;

	RegexParser(String regex) {
		this.cursor = new RegexCursor(regex);
		int accept = this.nfa.add(Nfa.Kind.ACCEPT, new BitSet(0), -1, -1);
		RegexPiece piece = alternation();
		if (!this.cursor.atEnd()) {
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

	private RegexPiece alternation() {
		List<RegexPiece> branches = new ArrayList<>(List.of(sequence()));
		while (this.cursor.peek() == '|') {
			this.cursor.take();
			branches.add(sequence());
		}
		return this.pieces.oneOf(branches);
	}

	private RegexPiece sequence() {
		List<RegexPiece> pieces = new ArrayList<>();
		while (!this.cursor.atEnd() && this.cursor.peek() != '|' && this.cursor.peek() != ')') {
			if (this.cursor.sees("\\Q")) {
				pieces.addAll(quoted());
			}
			else {
				RegexPiece atom = atom();
				if (atom != null) {
					pieces.add(repeated(atom));
				}
			}
		}
		return this.pieces.all(pieces);
	}

	private List<RegexPiece> quoted() {
		this.cursor.takeUntil("\\Q");
		String literal = this.cursor.takeUntilOrAll("\\E");
		List<RegexPiece> pieces = new ArrayList<>();
		for (int i = 0; i < literal.length(); i++) {
			pieces.add(this.pieces.chars(single(literal.charAt(i))));
		}
		if (!pieces.isEmpty()) {
			pieces.add(repeated(pieces.remove(pieces.size() - 1)));
		}
		return pieces;
	}

	private @Nullable RegexPiece atom() {
		char ch = this.cursor.take();
		return switch (ch) {
			case '(' -> group();
			case '[' -> this.pieces.chars(new CharClassParser(this.cursor, this::folded).parse());
			case '.' -> this.pieces.chars(dot());
			case '^' -> this.pieces.begin();
			case '$' -> this.pieces.end();
			case '*', '+', '?' -> throw new UnsupportedRegexException("nothing to repeat");
			case '\\' -> escape();
			default -> this.pieces.chars(single(ch));
		};
	}

	private @Nullable RegexPiece group() {
		boolean outerCase = this.ignoreCase;
		boolean outerDot = this.dotMatchesNewline;
		if (this.cursor.peek() == '?') {
			this.cursor.take();
			if (named() || !flags()) {
				return closeGroup(alternation(), outerCase, outerDot);
			}
			return null;
		}
		return closeGroup(alternation(), outerCase, outerDot);
	}

	private RegexPiece closeGroup(RegexPiece inner, boolean outerCase, boolean outerDot) {
		this.cursor.expect(')');
		this.ignoreCase = outerCase;
		this.dotMatchesNewline = outerDot;
		return inner;
	}

	private boolean named() {
		if (this.cursor.sees("P<") || this.cursor.sees("<")) {
			this.cursor.takeUntil(">");
			return true;
		}
		return false;
	}

	// Whether the flags stand alone, as in (?i), and so change what follows.
	private boolean flags() {
		boolean on = true;
		char ch = this.cursor.take();
		while (ch != ':' && ch != ')') {
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
			ch = this.cursor.take();
		}
		return ch == ')';
	}

	private RegexPiece repeated(RegexPiece atom) {
		RegexPiece piece = atom;
		for (int[] counts = counts(); counts.length > 0; counts = counts()) {
			if (this.cursor.peek() == '?') {
				this.cursor.take();
			}
			piece = this.pieces.repeated(piece, counts[0], counts[1]);
		}
		return piece;
	}

	// How often at least and at most; -1 without end; empty if nothing is said here.
	private int[] counts() {
		return switch (this.cursor.peek()) {
			case '*' -> taken(0, -1);
			case '+' -> taken(1, -1);
			case '?' -> taken(0, 1);
			case '{' -> braces();
			default -> new int[0];
		};
	}

	private int[] taken(int min, int max) {
		this.cursor.take();
		return new int[] { min, max };
	}

	private int[] braces() {
		String inside = this.cursor.upTo("}").substring(1);
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
		this.cursor.takeUntil("}");
		return new int[] { min, max };
	}

	private RegexPiece escape() {
		char ch = this.cursor.peek();
		if (ch == 'A') {
			this.cursor.take();
			return this.pieces.begin();
		}
		if (ch == 'z') {
			this.cursor.take();
			return this.pieces.end();
		}
		if (ch == 'C') {
			this.cursor.take();
			return this.pieces.chars(ByteSets.inverse(new BitSet(0)));
		}
		BitSet perl = ByteSets.perlClass(this.cursor);
		return this.pieces.chars((perl != null) ? perl : single(this.cursor.escapedChar()));
	}

	private BitSet single(char ch) {
		BitSet chars = new BitSet(ByteSets.SIZE);
		chars.set(ch);
		return folded(chars);
	}

	private BitSet folded(BitSet chars) {
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
		BitSet chars = ByteSets.inverse(new BitSet(0));
		chars.set('\n', this.dotMatchesNewline);
		return chars;
	}

}
