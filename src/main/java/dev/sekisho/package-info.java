/**
 * The portal's entry point; each feature is a module in a package of its own.
 */
@NullMarked
package dev.sekisho;

import org.jspecify.annotations.NullMarked;
