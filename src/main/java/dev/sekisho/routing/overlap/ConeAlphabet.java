package dev.sekisho.routing.overlap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.sekisho.routing.automaton.Automaton;
import dev.sekisho.routing.condition.RoutablePaths;

/**
 * One char of each class that some automata and literals tell apart. A plain one can
 * stand for all others of its class, as normalisation leaves it alone.
 */
final class ConeAlphabet {

	private static final int ASCII = 128;

	private final List<Automaton> automata;

	private final boolean[] literal = new boolean[ASCII];

	/**
	 * Prepares the choice.
	 * @param automata the automata
	 * @param literals the literals
	 * @param from where in the literals their chars begin to matter
	 */
	ConeAlphabet(List<Automaton> automata, List<String> literals, int from) {
		this.automata = automata;
		for (String text : literals) {
			for (int i = from; i < text.length(); i++) {
				if (text.charAt(i) < ASCII) {
					this.literal[text.charAt(i)] = true;
				}
			}
		}
	}

	/**
	 * Chooses the chars.
	 * @param all all chars, plain ones first
	 * @return those that are needed
	 */
	String of(String all) {
		StringBuilder chars = new StringBuilder();
		Set<List<Integer>> plain = new HashSet<>();
		boolean percent = false;
		for (int i = 0; i < all.length(); i++) {
			char ch = all.charAt(i);
			boolean wanted = RoutablePaths.isPlain(ch) ? plain.add(classes(ch))
					: (ch == '/' || !plain.contains(classes(ch)));
			percent |= wanted && ch == '%';
			if (wanted) {
				chars.append(ch);
			}
		}
		return percent ? withHexDigits(chars) : chars.toString();
	}

	private static String withHexDigits(StringBuilder chars) {
		for (char digit : "0123456789abcdefABCDEF".toCharArray()) {
			if (chars.indexOf(String.valueOf(digit)) < 0) {
				chars.append(digit);
			}
		}
		return chars.toString();
	}

	private List<Integer> classes(char ch) {
		List<Integer> classes = new ArrayList<>(this.automata.size() + 1);
		if (this.literal[ch]) {
			return List.of(-1, (int) ch);
		}
		this.automata.forEach((automaton) -> classes.add(automaton.classOf(ch)));
		return classes;
	}

}
