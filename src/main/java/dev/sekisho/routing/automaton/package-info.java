/**
 * Small automata over strings: literals, RE2 regexes, and the search for one string per
 * combination of them.
 */
@NullMarked
package dev.sekisho.routing.automaton;

import org.jspecify.annotations.NullMarked;
