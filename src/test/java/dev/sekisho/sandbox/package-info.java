/**
 * Tests of the sandbox.
 */
@NullMarked
package dev.sekisho.sandbox;

import org.jspecify.annotations.NullMarked;
