/**
 * Rules about where routes lead.
 */
@NullMarked
package dev.sekisho.check.destination;

import org.jspecify.annotations.NullMarked;
