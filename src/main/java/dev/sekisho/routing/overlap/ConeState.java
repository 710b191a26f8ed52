package dev.sekisho.routing.overlap;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A state of the product that a {@link Cone} searches. Outside of every literal it
 * doesn't matter by which text it was reached.
 *
 * @param text what stands behind the cone's literal
 * @param outside whether no longer literal can follow
 * @param form the state of the form of paths
 * @param needed the state of the required automaton
 * @param states the states of the other automata
 */
record ConeState(String text, boolean outside, int form, int needed, int[] states) {

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ConeState state && this.form == state.form && this.needed == state.needed
				&& this.outside == state.outside && Arrays.equals(this.states, state.states)
				&& (this.outside || this.text.equals(state.text));
	}

	@Override
	public int hashCode() {
		int hash = (this.form * 31 + this.needed) * 31 + Arrays.hashCode(this.states);
		return this.outside ? hash : hash * 31 + this.text.hashCode();
	}

}
