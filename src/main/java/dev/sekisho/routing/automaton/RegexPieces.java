package dev.sekisho.routing.automaton;

import java.util.BitSet;
import java.util.List;

/**
 * Puts the parts of a regex together to an automaton (Thompson's construction).
 */
final class RegexPieces {

	private final Nfa nfa;

	RegexPieces(Nfa nfa) {
		this.nfa = nfa;
	}

	RegexPiece chars(BitSet chars) {
		return (next) -> this.nfa.add(Nfa.Kind.CHARS, chars, next, -1);
	}

	RegexPiece begin() {
		return (next) -> this.nfa.add(Nfa.Kind.BEGIN, new BitSet(0), next, -1);
	}

	RegexPiece end() {
		return (next) -> this.nfa.add(Nfa.Kind.END, new BitSet(0), next, -1);
	}

	RegexPiece all(List<RegexPiece> pieces) {
		return (next) -> {
			int built = next;
			for (int i = pieces.size() - 1; i >= 0; i--) {
				built = pieces.get(i).build(built);
			}
			return built;
		};
	}

	RegexPiece oneOf(List<RegexPiece> branches) {
		return (next) -> {
			int built = branches.get(branches.size() - 1).build(next);
			for (int i = branches.size() - 2; i >= 0; i--) {
				built = split(branches.get(i).build(next), built);
			}
			return built;
		};
	}

	/**
	 * Repeats a part.
	 * @param piece the part
	 * @param min how often at least
	 * @param max how often at most; -1 without end
	 * @return the repeated part
	 */
	RegexPiece repeated(RegexPiece piece, int min, int max) {
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

	private int split(int one, int other) {
		return this.nfa.add(Nfa.Kind.SPLIT, new BitSet(0), one, other);
	}

}
