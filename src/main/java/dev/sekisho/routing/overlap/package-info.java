/**
 * Which requests two or more routes have in common, and a sample for each kind of them.
 */
@NullMarked
@NamedInterface("overlap")
package dev.sekisho.routing.overlap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
