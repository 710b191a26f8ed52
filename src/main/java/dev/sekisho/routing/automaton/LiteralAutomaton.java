package dev.sekisho.routing.automaton;

/**
 * A literal: the string itself, or all strings that start with it.
 */
public final class LiteralAutomaton implements Automaton {

	private final String literal;

	private final boolean prefix;

	private final boolean segments;

	private final boolean ignoreCase;

	private LiteralAutomaton(String literal, boolean prefix, boolean segments, boolean ignoreCase) {
		this.literal = literal;
		this.prefix = prefix;
		this.segments = segments;
		this.ignoreCase = ignoreCase;
	}

	/**
	 * The string itself.
	 * @param literal the string; in lower case if the case is ignored
	 * @param ignoreCase whether ASCII letters match in any case
	 * @return the automaton
	 */
	public static LiteralAutomaton exact(String literal, boolean ignoreCase) {
		return new LiteralAutomaton(literal, false, false, ignoreCase);
	}

	/**
	 * All strings that start with it.
	 * @param literal the prefix; in lower case if the case is ignored
	 * @param ignoreCase whether ASCII letters match in any case
	 * @return the automaton
	 */
	public static LiteralAutomaton prefix(String literal, boolean ignoreCase) {
		return new LiteralAutomaton(literal, true, false, ignoreCase);
	}

	/**
	 * The string itself and what follows it after a slash.
	 * @param literal the prefix; in lower case if the case is ignored
	 * @param ignoreCase whether ASCII letters match in any case
	 * @return the automaton
	 */
	public static LiteralAutomaton segments(String literal, boolean ignoreCase) {
		return new LiteralAutomaton(literal, true, true, ignoreCase);
	}

	@Override
	public int start() {
		return 0;
	}

	@Override
	public int step(int state, char ch) {
		int length = this.literal.length();
		if (state < length) {
			char folded = (this.ignoreCase && ch >= 'A' && ch <= 'Z') ? (char) (ch + 32) : ch;
			return (folded == this.literal.charAt(state)) ? state + 1 : DEAD;
		}
		if (state == length && this.segments) {
			return (ch == '/') ? state + 1 : DEAD;
		}
		return this.prefix ? state : DEAD;
	}

	@Override
	public boolean accepts(int state) {
		return state >= this.literal.length();
	}

	@Override
	public boolean acceptsAll(int state) {
		return this.prefix && state >= this.literal.length() + (this.segments ? 1 : 0);
	}

	@Override
	public int classOf(char ch) {
		char folded = (this.ignoreCase && ch >= 'A' && ch <= 'Z') ? (char) (ch + 32) : ch;
		return (this.literal.indexOf(folded) >= 0 || (this.segments && ch == '/')) ? folded : -1;
	}

}
