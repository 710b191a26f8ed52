package dev.sekisho.routing.automaton;

/**
 * A part of a regex, which is built from its end.
 */
@FunctionalInterface
interface RegexPiece {

	/**
	 * Builds it.
	 * @param next the node that comes after it
	 * @return its first node
	 */
	int build(int next);

}
