/**
 * Benchmarks.
 */
@NullMarked
package dev.sekisho.route;

import org.jspecify.annotations.NullMarked;
