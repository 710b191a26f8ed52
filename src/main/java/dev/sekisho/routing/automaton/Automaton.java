package dev.sekisho.routing.automaton;

/**
 * A deterministic automaton over chars, built while it's walked.
 */
public interface Automaton {

	/** The state from which nothing is accepted. */
	int DEAD = -1;

	/**
	 * The state before the first char.
	 * @return a state, or {@link #DEAD}
	 */
	int start();

	/**
	 * Follows one char.
	 * @param state a state, not {@link #DEAD}
	 * @param ch the char
	 * @return the next state, or {@link #DEAD}
	 */
	int step(int state, char ch);

	/**
	 * Whether a string may end here.
	 * @param state a state, not {@link #DEAD}
	 * @return whether it's accepted
	 */
	boolean accepts(int state);

	/**
	 * The class of a char: chars of one class can take each other's place in any string.
	 * @param ch the char
	 * @return a number
	 */
	int classOf(char ch);

	/**
	 * Whether every continuation is accepted too, so that walking on is needless.
	 * @param state a state, not {@link #DEAD}
	 * @return whether it's known to accept everything
	 */
	default boolean acceptsAll(int state) {
		return false;
	}

}
