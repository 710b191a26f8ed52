/**
 * The difference that a change makes: which requests are answered otherwise, and which
 * problems come and go.
 */
@NullMarked
@NamedInterface("impact")
package dev.sekisho.routing.impact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
