/**
 * What tests of several modules share: real clusters, the rendered chart.
 */
@NullMarked
package dev.sekisho.testing;

import org.jspecify.annotations.NullMarked;
