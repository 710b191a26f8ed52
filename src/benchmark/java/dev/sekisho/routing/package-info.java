/**
 * Benchmarks.
 */
@NullMarked
package dev.sekisho.routing;

import org.jspecify.annotations.NullMarked;
