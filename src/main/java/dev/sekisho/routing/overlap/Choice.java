package dev.sekisho.routing.overlap;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * One dimension of the space of requests, as far as some routes tell requests apart in
 * it: one option per combination of their conditions that can hold together.
 *
 * @param constrained the routes that have a condition in this dimension
 * @param options the options
 * @param complete whether there is no other combination
 */
record Choice(BitSet constrained, List<Option> options, boolean complete) {

	/**
	 * An option.
	 *
	 * @param failing the routes it rules out
	 * @param cost how unnatural it is
	 * @param effect puts it into a request
	 */
	record Option(BitSet failing, int cost, Consumer<RequestSketch> effect) {

	}

}
