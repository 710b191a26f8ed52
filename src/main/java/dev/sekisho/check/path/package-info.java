/**
 * Rules about paths and other conditions of a match, and about rewrites.
 */
@NullMarked
package dev.sekisho.check.path;

import org.jspecify.annotations.NullMarked;
